import FlywheelWeb
import WebPages

extension Pages {
    /// What is in force, and where each value comes from.
    var settings: [Route] {
        [
            get("/settings") { visit in
                PageContent(
                    shell: visit.shell(visit.words.text("settings.title")),
                    main:
                        "\(SettingsLinks(reader: visit.reader).html)<section><p>\(visit.words("settings.about"))</p></section>"
                )
            },
            get("/settings/keys") { visit in
                PageContent(
                    shell: visit.shell(visit.words.text("settings.keys.title")),
                    main: "\(SettingsLinks(reader: visit.reader).html)\(KeysTable(reader: visit.reader).html)")
            },
        ]
            + SettingsPage.Part.allCases.map { part in
                get("/settings/\(part.rawValue)") { visit in
                    var shell = visit.shell(visit.words.text("settings.\(part.rawValue).title"))
                    shell.command = "flywheel doctor"
                    return PageContent(
                        shell: shell, main: SettingsPage(part: part, house: visit.house, reader: visit.reader).html)
                }
            }
    }
}
