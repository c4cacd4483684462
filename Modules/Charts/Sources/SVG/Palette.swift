/// The colours of a chart's parts.
///
/// Each stands three times: as an attribute for readers without style sheets, as a variable that a page around the chart may
/// set, and once more for dark surroundings.
enum Palette: String, CaseIterable {
    case surface, ink, muted, line, band, accent, marked
    case leftOut = "left-out"

    /// On light ground, and the fallback of readers without style sheets.
    var light: String {
        switch self {
        case .surface: "#FFFFFF"
        case .ink: "#1B1F24"
        case .muted: "#565E6A"
        case .line: "#D3D8DF"
        case .band: "#BFD5EC"
        case .accent: "#0B5CAD"
        case .marked: "#A1260D"
        case .leftOut: "#E3E6EA"
        }
    }

    /// On dark ground.
    var dark: String {
        switch self {
        case .surface: "#1C2128"
        case .ink: "#E6E9EE"
        case .muted: "#A6AFBC"
        case .line: "#38404C"
        case .band: "#2C4A6B"
        case .accent: "#74B5FF"
        case .marked: "#FFB4A3"
        case .leftOut: "#2A313B"
        }
    }

    /// Makes an element's `fill` or `stroke` this colour.
    func attributes(_ property: String) -> [(String, String)] {
        [(property, light), ("class", "\(property)-\(rawValue)")]
    }

    /// Gives an element one colour within and one about it.
    static func attributes(fill: Palette, stroke: Palette) -> [(String, String)] {
        [
            ("fill", fill.light), ("stroke", stroke.light),
            ("class", "fill-\(fill.rawValue) stroke-\(stroke.rawValue)"),
        ]
    }

    /// The rules that give classes their colours, with those of dark surroundings.
    static var styleSheet: String {
        let (light, dark) = (variables(\.light), variables(\.dark))
        return "svg{\(light)}@media (prefers-color-scheme:dark){svg{\(dark)}}\(rules)"
    }

    /// The rules that give classes their colours by the variables around them.
    static var rules: String {
        allCases.map { colour in
            let value = colour == .ink ? "currentColor" : "var(--chart-\(colour.rawValue))"
            return ".fill-\(colour.rawValue){fill:\(value)}.stroke-\(colour.rawValue){stroke:\(value)}"
        }.joined()
    }

    private static func variables(_ value: KeyPath<Palette, String>) -> String {
        allCases.map { colour in
            (colour == .ink ? "color:" : "--chart-\(colour.rawValue):") + colour[keyPath: value]
        }.joined(separator: ";")
    }
}
