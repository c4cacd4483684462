/// A colour goods come in.
struct Colour {
    let code: String
    let english: String
    let german: String

    static let all: [Colour] = [
        Colour(code: "BLK", english: "black", german: "schwarz"),
        Colour(code: "W", english: "white", german: "weiß"),
        Colour(code: "GRN", english: "sage green", german: "salbeigrün"),
        Colour(code: "SND", english: "sand", german: "sandfarben"),
        Colour(code: "ANT", english: "anthracite", german: "anthrazit"),
        Colour(code: "RED", english: "red", german: "rot"),
        Colour(code: "BLU", english: "navy blue", german: "marineblau"),
        Colour(code: "YEL", english: "yellow", german: "gelb"),
        Colour(code: "GRY", english: "light grey", german: "hellgrau"),
        Colour(code: "ROS", english: "dusty pink", german: "altrosa"),
    ]
}
