import Terminal

extension Session {
  /// One masked line. `.paused` where nobody typed for a while.
  package func askSecret(_ prompt: String) throws(Departure) -> SecretLine {
    switch console.askSecret(prompt) {
    case .secret(let secret): return secret
    case .interrupted: throw .interrupted
    case .endOfInput: throw .endOfInput
    case .hangUp: throw .hungUp
    case .idle: throw .paused
    case .noTerminal: throw .failed(.noTerminalForPassphrase)
    }
  }
}
