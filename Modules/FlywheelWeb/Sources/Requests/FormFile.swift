/// A file that a form brought. It lies in a folder of the request's own, and is gone when the handler has returned.
public struct FormFile: Hashable, Sendable {
    /// The name of the field.
    public let field: String
    /// The name it had where it comes from. It is a stranger's text: no path is made of it unchecked.
    public let name: String
    /// Where its contents lie. Nothing of it is a stranger's.
    public let path: String
    /// How many bytes it has.
    public let size: Int

    /// A file.
    public init(field: String, name: String, path: String, size: Int) {
        self.field = field
        self.name = name
        self.path = path
        self.size = size
    }
}

/// A form that came with files.
public struct SentForm: Hashable, Sendable {
    /// What was filled in.
    public var fields: Fields
    /// The files, in their order.
    public var files: [FormFile]

    /// A form.
    public init(fields: Fields = Fields(), files: [FormFile] = []) {
        self.fields = fields
        self.files = files
    }
}
