extension JSON {
  /// The members of an object in the order they came, each name once.
  package struct Object: Sendable {
    package private(set) var members: [(name: String, value: JSON)]

    /// A later member takes the place of an earlier one with the same name.
    package init(_ pairs: [(String, JSON)] = []) {
      members = []
      members.reserveCapacity(pairs.count)
      for (name, value) in pairs { self[name] = value }
    }

    /// For the reader, which has already refused duplicates.
    init(distinct members: [(name: String, value: JSON)]) { self.members = members }

    package var isEmpty: Bool { members.isEmpty }
    package var count: Int { members.count }
    package var names: [String] { members.map(\.name) }

    package subscript(name: String) -> JSON? {
      get { index(of: name).map { members[$0].value } }
      set {
        switch (index(of: name), newValue) {
        case (let index?, let value?): members[index].value = value
        case (let index?, nil): members.remove(at: index)
        case (nil, let value?): members.append((name, value))
        case (nil, nil): break
        }
      }
    }

    private func index(of name: String) -> Int? {
      members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// Members by name in UTF-16 order, as canonical JSON has them.
    package var sorted: [(name: String, value: JSON)] {
      members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    }
  }
}

extension JSON.Object: Equatable {
  /// The order of members does not count.
  package static func == (a: JSON.Object, b: JSON.Object) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a.sorted, b.sorted).allSatisfy { a, b in
      a.name.utf8.elementsEqual(b.name.utf8) && a.value == b.value
    }
  }
}
