import Foundation

/// A file that is written beside its place first, so that one that is there is replaced whole or not at all.
enum ReplacedFile {
    static func write<Value>(_ path: String, _ body: (([UInt8]) throws -> Void) throws -> Value) throws -> Value {
        let unfinished = path + ".part"
        do {
            try Data().write(to: URL(fileURLWithPath: unfinished))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: unfinished))
            let value = try body { try file.write(contentsOf: Data($0)) }
            try file.close()
            guard rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return value
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            guard let error = error as? CocoaError else { throw error }
            throw Diagnostic(error, doing: "writing", path: path)
        }
    }
}
