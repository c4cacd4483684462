/// A file that a form brought.
public struct FormFile: Hashable, Sendable {
    /// The name of the field.
    public let field: String
    /// The name it had where it comes from. It is a stranger's text: no path is made of it unchecked.
    public let name: String
    /// Its contents.
    public let bytes: [UInt8]

    /// A file.
    public init(field: String, name: String, bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }
}
