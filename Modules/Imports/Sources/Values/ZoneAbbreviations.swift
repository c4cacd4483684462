/// The offsets of the zone abbreviations that marketplace exports print.
enum ZoneAbbreviations {
    /// Minutes east of UTC. Where an abbreviation has several meanings, the one marketplaces use: `CST` is North
    /// America's, `BST` Britain's summer time, `IST` India's, `AST` the Atlantic's, `GST` the Gulf's.
    private static let minutes: [String: Int] = [
        "Z": 0, "GMT": 0, "UTC": 0, "WET": 0,
        "BST": 60, "WEST": 60, "CET": 60, "MET": 60, "MEZ": 60,
        "CEST": 120, "MEST": 120, "MESZ": 120, "EET": 120, "SAST": 120,
        "EEST": 180, "TRT": 180, "MSK": 180, "GST": 240, "IST": 330,
        "SGT": 480, "HKT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540,
        "ACST": 570, "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780,
        "PST": -480, "PDT": -420, "MST": -420, "MDT": -360, "CST": -360, "CDT": -300, "EST": -300, "EDT": -240,
        "AST": -240, "ADT": -180, "BRT": -180, "AKST": -540, "AKDT": -480, "HST": -600,
    ]

    /// Nil for an abbreviation not known.
    static func minutesEast(of abbreviation: String) -> Int? {
        minutes[abbreviation.uppercased()]
    }
}
