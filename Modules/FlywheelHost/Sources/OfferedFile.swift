import Foundation

/// What a path offers for import.
enum OfferedFile: Hashable {
    /// A file, or a path where nothing is: opening it says so.
    case file(String)
    /// A folder that offers nothing: why, in a sentence and in a word.
    case nothing(folder: String, why: String, code: String)

    /// Everything under a path, sorted. A folder stands for what is in it at any depth, hidden files left out.
    static func all(under path: String) -> [OfferedFile] {
        guard isFolder(path) else { return [.file(path)] }
        var walk = FolderWalk()
        walk.enter(path)
        return walk.found.isEmpty ? [.empty(path)] : walk.found.sorted { $0.path < $1.path }
    }

    /// The path of the file or folder.
    var path: String {
        switch self {
        case .file(let path), .nothing(let path, _, _): path
        }
    }

    fileprivate static func empty(_ folder: String) -> OfferedFile {
        .nothing(folder: folder, why: "no files are in this folder", code: "empty-folder")
    }

    fileprivate static func unreadable(_ folder: String, _ error: any Error) -> OfferedFile {
        let isRefused = (error as? CocoaError)?.code == .fileReadNoPermission
        let why = isRefused ? "permission is missing" : error.localizedDescription
        return .nothing(folder: folder, why: "this folder cannot be read: \(why)", code: "unreadable")
    }

    fileprivate static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// One pass over a folder and the folders in it.
private struct FolderWalk {
    private(set) var found: [OfferedFile] = []
    /// Where folders really are, so that each is read once and a link that leads back ends there.
    private var entered: Set<String> = []

    mutating func enter(_ folder: String) {
        // Links come last: a folder is read under its own name where it has one, since that name may say whose it is.
        var links = walk(folder)
        while !links.isEmpty { links = links.flatMap { walk($0) } }
    }

    /// Reads a folder and the real folders in it, and returns the links to folders that it came by.
    private mutating func walk(_ folder: String) -> [String] {
        guard entered.insert(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path).inserted else { return [] }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            found.append(.unreadable(folder, error))
            return []
        }
        let visible = names.filter { !$0.hasPrefix(".") }.sorted()
        if visible.isEmpty { found.append(.empty(folder)) }
        var links: [String] = []
        for name in visible {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if !OfferedFile.isFolder(path) {
                found.append(.file(path))
            } else if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil {
                links.append(path)
            } else {
                links += walk(path)
            }
        }
        return links
    }
}
