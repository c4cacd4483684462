import FlywheelKit

extension Shell {
    /// The whole page, ready to be sent as `text/html; charset=utf-8`.
    public func page(_ main: HTML, for reader: Reader) -> HTML {
        let phrases = reader.phrases
        let scheme: String? = reader.colorScheme == .system ? nil : reader.colorScheme.rawValue
        return """
            <!doctype html>
            <html lang="\(reader.locale.spokenTag)" dir="\(reader.locale.direction)"\(attribute: "data-scheme", scheme) \
            data-density="\(reader.density.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="\(scheme ?? "light dark")">
            <title>\(windowTitle(phrases))</title>
            <link rel="stylesheet" href="\(Asset.styleSheet.address)">
            <link rel="icon" href="\(Asset.icon.address)" type="image/svg+xml">
            <script src="\(Asset.script.address)" defer></script>
            </head>
            <body\(flag: "data-live", if: isLive)\(flag: "data-keys", if: reader.usesKeys)\
            \(attribute: "data-person", status?.person)>
            <a class="skip" href="#main">\(phrases("shell.skip"))</a>
            \(simulated(phrases))
            \(bar(for: reader))
            <main id="main" tabindex="-1">
            <div id="told" role="status" aria-live="polite">\(flashLine)</div>
            \(notices.map { $0.html(for: reader) })
            \(Fault.summary(faults, for: reader))
            <div class="heading"><h1>\(title)</h1>\(beside)</div>
            \(main)
            </main>
            \(footer(for: reader))
            \(Drawing.hatch)
            </body>
            </html>

            """
    }

    /// "Error: " comes first, so that it is heard first.
    private func windowTitle(_ phrases: Phrases) -> String {
        let name = faults.isEmpty ? title : phrases.text("shell.errorTitle", ["title": .text(title)])
        return phrases.text("shell.windowTitle", ["title": .text(name)])
    }

    private func simulated(_ phrases: Phrases) -> HTML {
        guard let simulation else { return .nothing }
        return "<aside class=\"simulated\"><p>\(phrases("shell.simulated", ["basis": .text(simulation)]))</p></aside>"
    }

    private var flashLine: HTML {
        guard let flash else { return .nothing }
        return "<div class=\"flash\"><p>\(flash.message)</p> \(flash.undo)</div>"
    }

    private func bar(for reader: Reader) -> HTML {
        let phrases = reader.phrases
        guard let status else { return "<header class=\"bar\"><p class=\"brand\">Flywheel</p></header>" }
        let doors = Door.allCases.map { item -> HTML in
            let current = item == door ? "page" : nil
            return """
                <li><a href="\(item.address)"\(attribute: "aria-current", current)>\
                \(phrases("shell.door.\(item.rawValue)"))</a></li>
                """
        }
        let incidents =
            status.tellsIncidents ? "<a href=\"/incidents\">\(phrases("shell.incidents"))</a>" as HTML : nil
        return """
            <header class="bar">
            <nav aria-label="\(phrases("shell.doors"))"><ul>
            \(doors)
            </ul></nav>
            <p class="status">\(account(status, phrases)) <span>\(status.currency?.code)</span> \
            <span>\(asOf(status, reader))</span> \(incidents) <a href="/settings"><bdi>\(status.person)</bdi></a></p>
            </header>
            """
    }

    private func account(_ status: Status, _ phrases: Phrases) -> HTML {
        status.account.map { "<bdi>\($0)</bdi>" } ?? "<span>\(phrases("shell.allAccounts"))</span>"
    }

    private func asOf(_ status: Status, _ reader: Reader) -> HTML {
        let moment = Phrases.Value.text(
            "\(reader.formats.moment(reader.formats.asOf)) \(reader.formats.zone(at: reader.formats.asOf))")
        guard let rotation = status.rotation else { return reader.phrases("shell.asOf", ["moment": moment]) }
        return reader.phrases("shell.asOfRotation", ["moment": moment, "rotation": .text(rotation)])
    }

    /// One thing, two doors: the command and the JSON address of the same; then how the page speaks and looks.
    private func footer(for reader: Reader) -> HTML {
        let phrases = reader.phrases
        let other = [
            command.map { command -> HTML in
                let code: HTML = "<code translate=\"no\">\(command)</code>"
                return "<p>\(phrases("shell.command", ["command": .html(code)]))</p>"
            },
            json.map { "<p><a href=\"\($0)\">\(phrases("shell.json"))</a></p>" },
        ].compactMap(\.self)
        return """
            <footer>
            \(other)
            \(isPublic ? languages : choices(reader))
            </footer>
            """
    }

    /// How the page speaks and looks, kept in the browser.
    private func choices(_ reader: Reader) -> HTML {
        let phrases = reader.phrases
        return """
            \(choice(of: "language", PageLocale.offered.map { ($0.tag, $0.ownName) }, now: reader.locale.tag, reader))
            \(choice(
                of: "scheme", Reader.ColorScheme.allCases.map { ($0.rawValue, phrases.text("shell.scheme.\($0.rawValue)")) },
                now: reader.colorScheme.rawValue, reader))
            \(status == nil ? .nothing : leaving(reader))
            """
    }

    /// The way out, on every page: machines are shared.
    private func leaving(_ reader: Reader) -> HTML {
        Form(to: "/sign-out", button: Button(reader.phrases("people.signOut")), isInPlace: false).html(for: reader)
    }

    /// The same page in each language, by its address.
    private var languages: HTML {
        let links = PageLocale.offered.map { locale -> HTML in
            let address = Address(address, query: [("language", locale.tag)])
            return
                "<li><a href=\"\(address)\" hreflang=\"\(locale.tag)\" lang=\"\(locale.tag)\">\(locale.ownName)</a></li>"
        }
        return "<ul class=\"languages\">\n\(links)\n</ul>"
    }

    /// A form that keeps one setting and comes back: `POST /settings/language` and `/settings/scheme`.
    private func choice(of name: String, _ values: [(String, String)], now: String, _ reader: Reader) -> HTML {
        let id = "choice-\(name)"
        let options = values.map { value, label -> HTML in
            "<option value=\"\(value)\"\(flag: "selected", if: value == now)>\(label)</option>"
        }
        return Form(
            to: "/settings/\(name)", class: "choice",
            hidden: ["return": address.text],
            content: """
                <label for="\(id)">\(reader.phrases("shell.choose.\(name)"))</label>
                <select id="\(id)" name="\(name)">\(options)</select>
                <button>\(reader.phrases("shell.change"))</button>
                """
        ).html(for: reader)
    }
}
