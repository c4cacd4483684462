/// Where a value comes from that is true of a whole file, so that it can be shown and corrected.
public enum ValueSource: Hashable, Sendable, CustomStringConvertible {
    /// Stated by the caller.
    case stated
    /// The name of the file.
    case fileName
    /// The name of a folder the file is in.
    case folderName
    /// The file's time of last change.
    case fileTime
    /// The day that its rows name.
    case dayInRows
    /// The file's time, on the day that its name, a folder's or its rows say.
    case dayAndFileTime
    /// Its rows: the sales channels of orders, the moments of changes.
    case rows
    /// The kind of file it is.
    case layout
    /// Other files.
    case neighbours
    /// What is publicly known of the marketplace.
    case marketplace
    /// Nothing says it.
    case assumed

    /// As it follows the value: "from the file name".
    public var description: String {
        switch self {
        case .stated: "as stated"
        case .fileName: "from the file name"
        case .folderName: "from the folder's name"
        case .fileTime: "from the file's time"
        case .dayInRows: "from the day in its rows"
        case .dayAndFileTime: "from the day that it names and the file's time"
        case .rows: "from its rows"
        case .layout: "from the kind of file"
        case .neighbours: "as the other files"
        case .marketplace: "from the marketplace"
        case .assumed: "assumed"
        }
    }
}

/// A value, and where it comes from.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// Where it comes from.
    public let source: ValueSource

    /// A value from a source.
    public init(_ value: Value, _ source: ValueSource) {
        self.value = value
        self.source = source
    }
}
