import Foundation

/// The package as it lies on disk around these tests.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What lies in a folder, by name; nothing where there is no such folder.
    static func names(in folder: String) -> [String] {
        let path = root.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// The folders of a folder, by name.
    static func folders(in folder: String) -> [String] {
        names(in: folder).filter { name in
            var isFolder: ObjCBool = false
            let path = root.appending(path: "\(folder)/\(name)").path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }

    /// A file's text; `nil` where there is none.
    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Every file below some folders whose name ends in one of these.
    static func files(below folders: [String], endingIn extensions: Set<String> = ["swift"]) -> [SourceFile] {
        folders.flatMap { folder in
            (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
                ?? [])
                .filter { extensions.contains(($0 as NSString).pathExtension) }.sorted()
                .compactMap { name in
                    text(of: "\(folder)/\(name)").map { SourceFile(path: "\(folder)/\(name)", text: $0) }
                }
        }
    }

    /// Every Swift file of modules, programs and tests, and the manifest.
    static let swift =
        files(below: ["Modules", "Apps", "Tests"])
        + ["Package.swift"].compactMap { path in text(of: path).map { SourceFile(path: path, text: $0) } }
}
