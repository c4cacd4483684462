/// What goes through a file record by record.
protocol RecordReader {
    /// What is known of the whole file.
    var frame: DocumentFrame { get }
    /// The next record; nil behind the last one.
    mutating func next() throws(ReadError) -> Record?
}

/// A record and the line it begins at.
struct Record {
    let line: Int
    let value: JSONValue
}
