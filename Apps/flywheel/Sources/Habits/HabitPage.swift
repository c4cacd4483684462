import FlywheelKit
import FlywheelStore
import Learning
import WebPages

/// A routine as a page that mail programs show: styles in the elements, no script, nothing from elsewhere.
struct HabitPage {
    private let digest: DigestAnswer

    init(_ digest: DigestAnswer) { self.digest = digest }

    private static let text = "font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a"
    private static let cell = "padding:6px 16px 6px 0;border-bottom:1px solid #dddddd;vertical-align:top"
    private static let code = "font-family:Menlo,Consolas,monospace;font-size:13px;color:#333333"

    var html: String {
        let habit = digest.habit
        let rows = habit.lines.map { line in
            """
            <tr><td style="\(Self.cell)"><strong>\(Self.escaped(line.title))</strong></td>\
            <td style="\(Self.cell)">\(Self.escaped(line.words))</td>\
            <td style="\(Self.cell)"><code style="\(Self.code)">\(Self.escaped(line.command))</code></td></tr>
            """
        }
        let start = digest.words.start.map { "<p style=\"margin:0 0 16px\">\(Self.escaped($0))</p>\n" } ?? ""
        let simulated =
            digest.simulated.map { "<p style=\"margin:0 0 16px\"><strong>\(Self.escaped($0))</strong></p>\n" } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="\(digest.language.spokenTag)" dir="\(digest.language.direction)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(Self.escaped(digest.subject))</title>
            </head>
            <body style="margin:0;padding:24px;background:#ffffff;\(Self.text)">
            <h1 style="margin:0 0 16px;font-size:20px">\(Self.escaped(digest.words.heading))</h1>
            \(simulated)\(start)<table role="presentation" style="border-collapse:collapse;\(Self.text)">
            \(rows.joined(separator: "\n"))
            </table>
            <p style="margin:16px 0 0;color:#555555">\(Self.escaped(habit.rotation.description)). \
            \(Self.escaped(digest.words.question.long)) \
            <code style="\(Self.code)">flywheel \(Self.escaped(habit.habit.rawValue)) --done</code></p>
            </body>
            </html>

            """
    }

    /// Text as it may stand between tags and in attributes; what acts on screens is written out.
    static func escaped(_ text: String) -> String {
        text.visible.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
    }
}
