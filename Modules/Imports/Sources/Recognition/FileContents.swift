/// What a file offers, or one of the files in an archive.
public struct FileContents: Sendable {
    /// Its name in the archive; `nil` where it is the file itself. A name to show, not a path.
    public let entry: String?
    /// Its tables, one for each feed it feeds and at least one; or why it has none.
    public let tables: Result<[RecognizedFile], ImportError>
}
