/// One import of a source file.
struct Import: Equatable {
    let module: String
    let line: Int
}

extension SourceFile {
    /// What the file imports. Comments and text over several lines are not code, whatever they say.
    var imports: [Import] {
        let pattern =
            #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)/#
        var found: [Import] = []
        var isText = false
        var isComment = false
        for (number, line) in lines {
            if !isText, !isComment {
                for statement in line.split(separator: ";") {
                    if let match = statement.firstMatch(of: pattern) {
                        found.append(Import(module: String(match.output.1), line: number))
                    }
                }
            }
            if !isComment, line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count.isMultiple(of: 2) {
                isText.toggle()
            }
            if !isText, line.contains("/*") { isComment = true }
            if line.contains("*/") { isComment = false }
        }
        return found
    }
}
