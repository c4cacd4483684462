import Articles
import FlywheelKit
import Foundation

/// Where articles lie, and who reads them.
struct ArticleShelf: Sendable {
    /// What the configuration says of them.
    let settings: ArticleSettings
    /// The folder as files are opened by; `nil` where none is named.
    let folder: String?

    /// There are no articles.
    init() { (settings, folder) = (ArticleSettings(), nil) }

    /// - Parameter folder: the folder that the settings name, as files are opened by.
    init(_ settings: ArticleSettings, in folder: String?) { (self.settings, self.folder) = (settings, folder) }

    /// What lies there now: whoever mends an article sees it at once, and a file that is wrong stops no other work.
    func library() -> ArticleLibrary {
        guard let folder else { return ArticleLibrary() }
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let names = manager.enumerator(atPath: folder)
        else { return ArticleLibrary(faults: [.init(file: folder, sentence: "there is no such folder")]) }
        var files: [ArticleLibrary.File] = []
        while let name = names.nextObject() as? String {
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            let kind = names.fileAttributes?[.type] as? FileAttributeType
            guard name.hasSuffix(".md"), !isHidden, kind == .typeRegular || kind == .typeSymbolicLink else { continue }
            files.append(.init(path: name, bytes: manager.contents(atPath: "\(folder)/\(name)").map(Array.init)))
        }
        return ArticleLibrary(files)
    }
}
