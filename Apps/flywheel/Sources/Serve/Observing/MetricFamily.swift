/// Figures of one name in the text form of Prometheus (exposition format 0.0.4).
struct MetricFamily {
    /// What its figures are.
    enum Kind: String {
        case counter, gauge, histogram
    }

    private let name: String
    private var lines: [String]

    /// A family without figures.
    init(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        lines = ["# HELP \(name) \(help)", "# TYPE \(name) \(kind.rawValue)"]
    }

    /// Adds a figure.
    mutating func add(_ value: Double, _ labels: [(name: String, value: String)] = [], suffix: String = "") {
        let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        let number = Int64(exactly: value).map { String($0) } ?? "\(value)"
        lines.append("\(name)\(suffix)\(pairs.isEmpty ? "" : "{\(pairs)}") \(number)")
    }

    /// Its lines, each ended.
    var text: String { lines.map { $0 + "\n" }.joined() }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
