import FlywheelKit
import Foundation

extension Trial {
    func readme() -> [String] {
        guard let file = given.readme else {
            guard S.manifest.stability != .experimental else { return [] }
            return ["a \(S.manifest.stability.rawValue) stage has a README. Name it, \"../README.md\""]
        }
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return ["there is no \(file.path)"] }
        let page = ReadmePage(text)
        let expected = ["Finds", "Reads and publishes", "Knobs", "Example", "Limits"]
        var complaints: [String] = []
        if !page.hasTitleAndParagraph {
            complaints.append("\(file.lastPathComponent) does not begin with a title, # Name, and a paragraph")
        }
        if page.sections.map(\.heading) != expected {
            complaints.append(
                "\(file.lastPathComponent) has the headings \(page.sections.map(\.heading)), expected \(expected)")
        }
        complaints += page.sections.filter { $0.body.allSatisfy(\.isEmpty) }.map {
            "\(file.lastPathComponent) says nothing under \"\($0.heading)\""
        }
        return complaints + knobsDrift(page)
    }

    private func knobsDrift(_ page: ReadmePage) -> [String] {
        guard let section = page.sections.first(where: { $0.heading == "Knobs" }) else { return [] }
        do {
            // A stage without knobs has nothing to show.
            let knobs = try S.Knobs() is NoKnobs ? nil : stableJSON(S.Knobs())
            let shown = section.block(of: "json")
            guard shown != knobs else { return [] }
            return ["the ```json block under Knobs is \(shown ?? "missing"), expected \(knobs ?? "none")"]
        } catch {
            return ["the default knobs cannot be written as JSON: \(error)"]
        }
    }
}

/// A Markdown page as its second-level headings divide it.
private struct ReadmePage {
    struct Section {
        let heading: String
        var body: [Substring] = []

        /// The text of the first fenced block in that language.
        func block(of language: String) -> String? {
            guard let fence = body.firstIndex(of: "```\(language)") else { return nil }
            return body[(fence + 1)...].prefix { $0 != "```" }.joined(separator: "\n")
        }
    }

    var sections: [Section] = []
    private var opening: [Substring] = []

    init(_ text: String) {
        var isFenced = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isFenced.toggle() }
            if line.hasPrefix("## "), !isFenced {
                sections.append(Section(heading: String(line.dropFirst(3))))
            } else if sections.isEmpty {
                opening.append(line)
            } else {
                sections[sections.count - 1].body.append(line)
            }
        }
    }

    var hasTitleAndParagraph: Bool {
        let lines = opening.filter { !$0.isEmpty }
        return lines.count >= 2 && lines[0].hasPrefix("# ") && !lines[1].hasPrefix("#")
    }
}
