import Foundation

/// Standard input as a file, which can be looked at before it is read; gone with this value.
final class SavedInput {
    /// Where it lies. No word of the path says anything of an account, a marketplace or a day.
    let path: String
    private let folder: URL

    init(from bytes: () throws -> [UInt8]?) throws {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        let name = String((0..<16).compactMap { _ in letters.randomElement() })
        folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(name)
        let file = folder.appendingPathComponent("standard-input")
        path = file.path
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            while let piece = try bytes(), !piece.isEmpty { try handle.write(contentsOf: piece) }
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "keeping standard input at", path: path)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
