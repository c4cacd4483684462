import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is written beside its place first, so that one that is there is replaced whole or not at all, and whoever might read
/// it still may and nobody else.
enum ReplacedFile {
    static func write<Value>(_ path: String, _ body: (([UInt8]) throws -> Void) throws -> Value) throws -> Value {
        let place = place(of: path)
        let unfinished = place.deletingLastPathComponent()
            .appending(path: ".\(place.lastPathComponent).\(UUID().uuidString).part")
        do {
            try Data().write(to: unfinished, options: .withoutOverwriting)
            let rights = try? FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
            if let rights {
                try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: unfinished.path)
            }
            let file = try FileHandle(forWritingTo: unfinished)
            let value = try body { try file.write(contentsOf: Data($0)) }
            // A name that is on disk before what it names would be of nothing after a power cut.
            try file.synchronize()
            try file.close()
            guard rename(unfinished.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return value
        } catch {
            try? FileManager.default.removeItem(at: unfinished)
            guard let error = error as? CocoaError else { throw error }
            throw Diagnostic(error, doing: "writing", path: path)
        }
    }

    /// Where the file itself is: a link goes on leading to it.
    private static func place(of path: String) -> URL {
        guard let real = realpath(path, nil) else { return URL(fileURLWithPath: path) }
        defer { free(real) }
        return URL(fileURLWithPath: String(cString: real))
    }
}
