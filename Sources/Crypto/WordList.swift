/// Handrail's own 2,048 common words, for recovery words and suggested passphrases: sorted, 4 to 8 letters a to z,
/// each told apart by its first four letters.
package enum WordList {
  /// A word's place is its value (11 bits) and recovery words already on paper rest on it: never change or move one.
  package static let words: [String] = text.split(separator: " ").map(String.init)

  // One literal, split once: an array literal of this length compiles slowly.
  private static let text = """
    ability able aboard about above abroad absorb academy accept account achieve acorn acre across active actor \
    actress actual adapt address adjust admire adore advance advice aerial afford afloat after again agenda \
    agile aglow agree ahead ahoy airfield airline airmail airport album algebra alike alliance allow almond \
    along alpaca alphabet already altitude always amazing amber ambition amid amount ample amuse ancestor anchor \
    ancient angle animal ankle announce annual another answer antelope anthem antique antler anybody anyhow \
    anyone anything anywhere apparent appear apple approve apricot apron aquarium arcade arch area arena arise \
    armchair aroma around arrange arrive artist artwork ashore aside asteroid astound athlete atlas atom attach \
    attend attic attract auction audience author autumn avenue aviator avocado await award away awesome \
    bacon badger bagel bakery baking balance balloon bamboo banana band banjo banner banquet barber bark barn \
    baseball basil basket batch bathtub baton battery beach bead beagle beak beam bean beard because become \
    bedroom bedside bedtime beehive beeswax beetle before begin behind beige believe bell below bench bend \
    beneath beret berry beside between beyond bicycle bike binder biology birch birdcage birthday biscuit bison \
    blanket blazer blender blink block blog blossom blouse bluebell blurry board boat bobble bobcat bold bolt \
    bonnet bonsai bonus bookcase boot borrow botany both bottom boulder bounce bowl bracelet braid branch brass \
    brave bread breeze brick brief bright bring brisk broad bronze broom browse brunch brush bubble bucket buddy \
    buffalo bugle builder bulb bunch bundle bungalow bunny burger burrito business busy \
    cabbage cabin cable cackle cake calendar calf call calm camera campus canary candle canoe canteen canvas \
    canyon capacity cape capital caption caravan cardigan care cargo caring carnival carousel carpet carrot \
    cartoon cascade case castle catch category cattle cause cave cedar ceiling celery cement century ceremony \
    certain chair chalk champion change chapter charming chat cheese chef cherry chestnut chicken chief chimney \
    chin chirp choir choose chorus chowder chrome chuckle chunk cinema cinnamon circle citrus city civil claim \
    clamp clarinet clasp clay clear clerk clever click climb clip cloak clock cloth cloud clover clue cluster \
    coach coast coat cobalt cobble coconut code coffee coin collect column comb comet comfort comic common \
    computer concert cone confetti connect consider continue cookie cool coop copilot copper copy coral core \
    corn corridor cosmic costume cotton couch country coupon courage cover cowboy coyote crab craft crane crater \
    crayon cream crew cricket crimson crinkle crisp crocus crop crossing crown cruise crumb crunch crust cube \
    cubic cucumber culture cupboard cupcake curious curly curry curtain cushion custard cutlery cycle cylinder \
    daffodil dahlia daily dairy daisy damp dance dandy data date dawn daylight daytime dazzle decade decimal \
    deck declare decorate dedicate define degree delight delta deluxe demand denim depart depot depth describe \
    design desk detail detour develop device dewdrop diagram dial diamond differ digital dignity dill dime \
    dimple diner dinner dinosaur diploma director discover dish display distant diverse divide dock document \
    dogwood doll dolphin domain dome domino donate done donkey doodle doorbell dormouse double dough dove \
    downtown dozen dragon drawing dream dress drift driveway drizzle drummer dryer duckling duet dune durable \
    during dusk dusty duty dynamic \
    each eager eagle early earmuff earphone earring earth easel eastern easy eaten echo eclipse ecology economy \
    edit educate effect effort eggplant eggshell eighteen either elastic elbow elder elect elegant element \
    eleven elves email embark ember emblem embrace emerald employ enable enchant encore energy engage engine \
    engrave enjoy enlarge enough enrich enter entire entrance envelope epic episode equal equip eraser errand \
    essay estate estimate evening everyone exact example excite exclaim exhale exhibit exotic expand expert \
    explore express extend extra eyebrow eyelid eyesight \
    fable fabric fabulous face factory fair falcon familiar famous fancy fanfare faraway farmer fashion feather \
    feedback feeling fellow felt fence fern ferry festival fetch fiction fiddle fidget field fiesta fifteen file \
    filing fill film filter finch find fine finger finish firm first fishing five fixture fizzy flag flake \
    flamingo flannel flap flat fleece flexible flicker flight flint flip float flock floor floral flourish \
    flower fluent fluffy fluid flurry flute foal foam focus folder folk follow fond food football forest fork \
    former forty forum forward fossil fountain fourteen fraction fragrant frame freckle freezer freight frequent \
    fresh fridge friend frill fringe frog frolic front frost frozen fruit fudge fuel function funny furnish \
    furry further future fuzzy \
    gadget galaxy gale gallop game garage garden garlic garment garnet gate gather gave gazelle gear gecko geese \
    generous genius gentle genuine geology geometry gerbil gesture gibbon gift giggle ginger giraffe give \
    glacier glad glance glaze gleam glee glen glider glimpse glint glisten glitter globe glorious glossy glove \
    glow gnome goalie goat goggles golden golf gondola goodness goose gopher gorgeous gosling govern gown \
    graceful graduate grain grand grape gravy great green grid grin grizzly grocery groove grotto ground grove \
    grow guava guest guide guild guitar gull gurgle gust gymnast \
    haddock haircut halfway halibut hallway halo hamlet hammock hamper hamster handmade happy harp harvest hatch \
    haven hawk haystack hazel headline hearty heather hedgehog helmet heritage hiccup hike hiking hilarity \
    hilltop hinge hint hire history hive hobby hockey hold holiday holly homemade honey honk hoof hoop hooray \
    hoot hope horizon horn horse host hotel hound hour house hover howdy however huddle hull human humble humid \
    humorous hundred hurrah hutch \
    iceberg icon idea identify igloo iguana imagine imitate immense impress inbox inch include index indigo \
    indoors industry inform initial inkwell inland inlet inner input insect inside inspect instant internet into \
    inventor invite involve iris iron island item ivory \
    jacket jade jaguar janitor jasmine jazz jeans jelly jersey jetty jewel jigsaw jingle jogger join joke jolly \
    journey joyful joyous joystick judo juggler juice jukebox jumble junction jungle juniper \
    kale kangaroo kayak kazoo kebab keel keen keeper kelp ketchup kettle keyboard keyhole kilt kimono kindness \
    king kinship kiosk kitchen kite kitten kiwi knack knapsack knee knitting koala \
    lace lacrosse ladder ladle lady lagoon lake lamb lamp landmark lane language lantern lapel laptop lark laser \
    latch later laugh laundry laurel lava lavender lawn layer layout leader leaf league least left legacy legend \
    leggings leisure lemon lemur length lens lentil leopard lesson letter level liberty library lifeboat lift \
    light like lilac lily lime limit linger link lion listen literary little lively lizard llama lobby lobster \
    local lodge loft logbook logic logo lollipop long look loom loop lotion lounge lovely lowland loyal luck \
    luggage lukewarm lullaby lumber lunar lunch luxury lyric \
    macaroni machine magazine magenta magic magnet magpie mailbox mainland majestic make mallard mammal manage \
    mango manner mantle manual many maple marathon marble march margin marigold marker maroon marsh marvel \
    marzipan mascot mask mason mast material matter maximum maybe mayor meadow meal mechanic medium melon melt \
    member memory mend mention merchant merge merit mermaid merry metal meteor metric middle midnight midweek \
    mighty mild mile milk million mime mimic mince mind mineral mingle minivan minnow mint minute mission mitten \
    mobile modern modify module moment monarch monitor month monument moon moose morning mosaic moss most motel \
    moth motion motor motto mountain mouse movement movie mower much muffin mulberry multiply mural museum music \
    mutual myself mystery myth \
    nachos name napkin narrow national nature nautical navigate nearby neat nectar neither neon nest network \
    neutral newly news newt nibble nice nickname nifty night nimble nineteen ninth noble noise noodle nook noon \
    northern nose notch notebook notice noun novel nowadays nowhere nudge nugget numeral nurture nylon \
    oasis oatmeal object oboe obtain occupy ocean octagon octopus offer office often olive once onion only onto \
    onward opal open opera opinion opposite option orange orbit orchard order ordinary oregano origami ornament \
    ostrich other otter outdoor outfit outgoing outing outline output outside oval over owlet owner oyster \
    pace pacific package paddle page palace palette palm pancake panda panel panorama panther papaya paper \
    paprika parade parcel park parrot parsley partner passport pasta path patio pattern pavement pavilion peach \
    peanut pearl pebble pecan pedal pedestal peel pelican pencil pendant penguin peony pepper perform perhaps \
    person petal petunia phase phone photo phrase piano pickle picnic picture pigeon piglet pigtail pile pilot \
    pinball pine pink pinwheel pioneer pivot pixel pixie pizza place plaid planet plastic platform player plaza \
    pleasant plenty pliers pluck plum plural plus plywood pocket podium poem poet pointed polite polka pollen \
    polo polygon pompom poncho pond pony poodle pool popcorn popular porch porridge portrait pose position \
    possible poster potato pottery poultry power praise prawn precise predict prefer prelude premium prepare \
    present pretzel preview pride primrose print prism private prize process product profile progress project \
    promise property prose protect proud provide publish pudding puffin pull pumpkin punctual puppy purple purr \
    purse puzzle pyramid \
    quaint quality quantity quarter queen question quick quiet quilt quirky quiz quote \
    rabbit racing rack radar radio raft ragtime rainbow raisin rally ramble ramp ranch random range rapid rare \
    rather rattle raven ravine reach reader really reason rebuild recall receive recipe reckon record recreate \
    recycle redwood referee refine reflect refresh refund regard region regular reindeer relax relief relocate \
    remark remember remind remote renew renovate reopen repair repeat reply reptile request research respect \
    rest result retail retire retrieve return reunion reveal revise reward rewind rhino rhubarb rhyme ribbon \
    rice riddle rider ridge ring rink ripe ripple river roadside roam roar robe robin robot rodeo roll rook \
    roomy rooster rose rosy rotate rough round routine rover rowboat rowing royal ruby rudder ruffle rugby \
    rugged ruler runner runway rural rustic \
    saddle safari saffron sage sailor salad salmon salon salsa salty same sandwich sapling sapphire sardine sash \
    satchel satin saucer sauna sausage sawdust scamper scenery school science scone scooter scout screen \
    scribble scroll sculptor scurry seafood seaplane seaside seat seaweed second seed seek seesaw segment select \
    semester send senior sense separate sequel series serve sesame settle seventy sewing shade shampoo shed \
    sheep shelf shepherd shift shimmer shiny ship shirt shoe shop shorts shoulder shovel shower shrimp shrub \
    shuffle shuttle side sift signal silent silk silo silver similar simmer simple since singer sixteen skate \
    sketch skiing skirt skylight slate sled sleeve slide slogan slumber small smart smell smile smooth snack \
    snail snapshot snippet snooze snout soak soap soccer society sock soda sofa software solar solid solve \
    someone sonata song sonnet soon soothe soprano sorbet sort sound soup southern souvenir space spaniel \
    sparkle spatula speak special speech spell sphere spinach splash splendid spoke sponge sport spotted spread \
    spring sprout spruce spyglass square squeak squirrel stack stadium staff stage stairway stamp stand stapler \
    star station stay steam steer stem stencil step stereo stew stick still stock story stream string strong \
    student sturdy style subject subtle suburb subway such sugar suggest suitcase summer sunbeam sundial \
    sunlight sunny sunrise sunshine super supper sure surface surname surprise survey swan swap sway sweater \
    sweet swift swim swing swirl swish switch swivel swoop syllable symbol symphony syrup system \
    tabby table tackle taco tadpole tailor talent talk tandem tango tapestry task tasty taxi teacher team teapot \
    teaspoon tell template tender tennis tent terrace texture thank that thaw theme these thicket thimble third \
    this thousand thread thrive thumb ticket tide tidy tiger tile till tilt timber timer tint tiny tiptoe tissue \
    title toad toaster toffee together toggle tomato tomorrow tone tonight toolbox tooth topcoat topic topsoil \
    tortoise total toucan tourist toward towel town towpath tractor trade train tram transfer travel tray \
    treasure tree trend triangle tricycle trinket trio triumph trivia trolley trombone trophy trot trousers \
    trowel truck true trumpet trunk trust truth tuba tugboat tulip tuna tune tunic tunnel turf turnip turtle \
    tutor tweezers twelve twenty twice twig twilight twinkle twirl twist type typical \
    ultra umbrella umpire uncover under unfold unicorn uniform union unique unison unit universe unless unpack \
    unplug until unveil unwind unwrap unzip upbeat update upgrade upland uplift upon upright upside upstairs \
    uptown upward urban usage useful usual utility utmost \
    vacation vacuum valid valley value valve vanilla variety varnish vase vast vehicle velvet venture venue verb \
    verify verse very vest vibrant victory video view village violin virtual visitor visor vista visual vivid \
    vocal voice volley volume vote voucher vowel voyage \
    waddle wafer waffle wagon waiter walk wallet walnut waltz wander warble warm wash watch water wave wavy \
    weather weave website wedge weekend welcome well western wetland whatever wheat wheel whenever wherever \
    while whim whirl whisper whoever wicker wide width wiggle wildlife willow window wing wink winter wipe wire \
    wisdom wise wish wispy within witty wobble wolf wombat wonder wooden wool word workshop world wrap wren \
    wriggle writer \
    yacht yard yarn yawn year yellow yodel yoga young yourself youth \
    zany zebra zero zest zigzag zinc zipper zone
    """
}
