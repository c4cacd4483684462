import Foundation

/// `embed-files OUTPUT FILES...`: writes a Swift file with the contents of text files.
@main
enum EmbedFiles {
    static func main() throws {
        let files = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
        guard let output = files.first else { return }
        let source = try PackageResources(files.dropFirst().map { ($0.lastPathComponent, try Data(contentsOf: $0)) })
        try source.text.write(to: output, atomically: true, encoding: .utf8)
    }
}
