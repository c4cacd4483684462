/// What goes through a file record by record.
protocol RecordReader {
    /// What is known of the whole file.
    var frame: DocumentFrame { get }
    /// How the file ends, once all records are read.
    var end: FileEnd { get }
    /// The next record; nil behind the last one.
    mutating func next() throws(ReadError) -> Record?
}

extension RecordReader {
    /// What a document has not to its end is broken, and told so.
    var end: FileEnd { FileEnd() }
}

/// A record and the line it begins at.
struct Record {
    enum Contents {
        /// A value of a document.
        case document(JSONValue)
        /// Rows of a sheet that have something in common.
        case rows([SheetRow])
    }

    let line: Int
    let contents: Contents
}
