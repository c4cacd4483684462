import Articles
import Foundation
import Synchronization

/// The articles of a folder, read once for as long as nobody changes a file of it: the help centre asks for all of them for
/// anybody who comes.
final class KeptArticles: Sendable {
    /// What was read of the files as they were.
    private struct Kept {
        /// `nil` where there was no folder.
        let files: [FileState]?
        let library: ArticleLibrary
        var everybodys: (articles: [Article], search: ArticleSearch)?
    }

    /// A file as its folder lists it.
    private struct FileState: Hashable {
        let name: String
        let size: Int
        let number: Int
        let changed: Date
    }

    let folder: String
    private let kept = Mutex<Kept?>(nil)

    init(_ folder: String) { self.folder = folder }

    /// What lies there now.
    func library() -> ArticleLibrary { kept.withLock { update(&$0).library } }

    /// What everybody may read of it, with its words.
    func publicArticles() -> (articles: [Article], search: ArticleSearch) {
        kept.withLock { kept in
            let now = update(&kept)
            if let known = now.everybodys { return known }
            let articles = now.library.publicArticles
            let read = (articles: articles, search: ArticleSearch(articles))
            kept?.everybodys = read
            return read
        }
    }

    private func update(_ kept: inout Kept?) -> Kept {
        let files = files()
        if let kept, kept.files == files { return kept }
        let read = Kept(files: files, library: library(of: files))
        kept = read
        return read
    }

    private func library(of files: [FileState]?) -> ArticleLibrary {
        guard let files else {
            return ArticleLibrary(faults: [.init(file: folder, sentence: "there is no such folder")])
        }
        return ArticleLibrary(
            files.map { file in
                let bytes = FileManager.default.contents(atPath: "\(folder)/\(file.name)")
                return .init(path: file.name, bytes: bytes.map(Array.init))
            })
    }

    /// The Markdown files of the folder that are not hidden, and of links those they lead to; `nil` where there is no such folder.
    private func files() -> [FileState]? {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let names = manager.enumerator(atPath: folder)
        else { return nil }
        var files: [FileState] = []
        while let name = names.nextObject() as? String {
            guard name.hasSuffix(".md"), !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                var attributes = names.fileAttributes
            else { continue }
            if attributes[.type] as? FileAttributeType == .typeSymbolicLink {
                let target = URL(fileURLWithPath: "\(folder)/\(name)").resolvingSymlinksInPath().path
                attributes = (try? manager.attributesOfItem(atPath: target)) ?? [.type: FileAttributeType.typeRegular]
            }
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            files.append(
                FileState(
                    name: name, size: (attributes[.size] as? NSNumber)?.intValue ?? 0,
                    number: (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0,
                    changed: attributes[.modificationDate] as? Date ?? .distantPast))
        }
        return files.sorted { $0.name < $1.name }
    }
}
