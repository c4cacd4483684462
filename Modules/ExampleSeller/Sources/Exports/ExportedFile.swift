/// A file as a marketplace or a colleague would hand it over.
public struct ExportedFile: Hashable, Sendable {
    /// The folder, called like the day of the export: `2026-11-20`.
    public let folder: String
    /// The name, which says the marketplace: `listings-US.txt`.
    public let name: String
    /// Everything in it.
    public let bytes: [UInt8]

    /// Folder and name: `2026-11-20/listings-US.txt`.
    public var path: String { "\(folder)/\(name)" }
}
