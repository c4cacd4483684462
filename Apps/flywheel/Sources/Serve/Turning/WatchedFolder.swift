import Foundation

/// A folder in which other programs put files: tells which have come in whole since the last look.
///
/// A file is taken for whole when two looks in a row found it with the same size and time. Nothing is moved or removed; a
/// file that comes in twice is known by its contents.
struct WatchedFolder {
    private struct Stamp: Hashable {
        let size: Int
        let modified: Date
    }

    let path: String
    private var seen: [String: Stamp] = [:]
    private var taken: [String: Stamp] = [:]

    init(path: String) { self.path = path }

    /// The paths of files that are new and whole, in the order of their names. Hidden files, and those whose names end as
    /// names of unfinished files do, wait until they are renamed.
    mutating func arrivals() throws -> [String] {
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        let keys: Set<URLResourceKey> = [.isRegularFileKey, .fileSizeKey, .contentModificationDateKey]
        var failure: (any Error)?
        guard
            let files = FileManager.default.enumerator(
                at: folder, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles],
                errorHandler: { _, error in
                    failure = error
                    return false
                })
        else { throw CocoaError(.fileReadNoSuchFile) }
        var now: [String: Stamp] = [:]
        for case let file as URL in files {
            let values = try file.resourceValues(forKeys: keys)
            guard values.isRegularFile == true, !Self.unfinished.contains(file.pathExtension) else { continue }
            now[file.path] = Stamp(size: values.fileSize ?? 0, modified: values.contentModificationDate ?? .distantPast)
        }
        if let failure { throw failure }
        let whole = now.filter { path, stamp in seen[path] == stamp && taken[path] != stamp }
        seen = now
        taken.merge(whole) { _, new in new }
        taken = taken.filter { now[$0.key] != nil }
        return whole.keys.sorted()
    }

    private static let unfinished: Set = ["part", "partial", "crdownload", "tmp", "filepart"]
}
