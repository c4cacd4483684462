import Foundation

/// A text file of the package, by its path from the package's folder.
struct SourceFile: Sendable {
    let path: String
    let text: String

    /// Its lines with their numbers, from 1.
    var lines: [(number: Int, text: Substring)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
    }

    /// The module or program it belongs to, `Inventory` or `flywheel`; `nil` outside `Modules` and `Apps`.
    var owner: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && ["Modules", "Apps"].contains(parts[0]) ? String(parts[1]) : nil
    }

    /// Whether it is shipped, and not a test.
    var isSource: Bool { owner != nil && path.split(separator: "/")[2] == "Sources" }
}
