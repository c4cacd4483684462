import ArgumentParser
import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// One request for a page: who asks, in which words they read, and the store as it is for them.
struct PageVisit: Sendable {
    let request: WebRequest
    let pages: Pages
    let reader: Reader
    /// The house as who asks may see it.
    let house: House
    /// The newest rotation; `nil` before the first.
    let rotation: RotationRecord?

    init(_ request: WebRequest, in pages: Pages) throws {
        self.request = request
        self.pages = pages
        house = try pages.house.seen(by: request.viewer)
        rotation = try house.host.store.currentRotation()
        let chosen = request.viewer?.preferences ?? Preferences()
        reader = Reader(
            locale: .chosen(
                preference: chosen.locale, cookie: request.cookie(Self.languageCookie),
                acceptLanguage: request.headers[.acceptLanguage]),
            figures: PageLocale(tag: chosen.figures),
            zone: chosen.zone.isEmpty ? pages.house.clock.zone.identifier : chosen.zone,
            asOf: pages.house.simulated?.ends ?? pages.house.now(), formToken: pages.formToken(request),
            colorScheme: request.cookie(Self.schemeCookie).flatMap(Reader.ColorScheme.init) ?? .system)
    }

    static let languageCookie = "flywheel-language"
    static let schemeCookie = "flywheel-scheme"

    var words: Phrases { reader.phrases }
    var formats: Formats { reader.formats }

    /// What the domain said, in the words of the page.
    func said(_ text: String) -> HTML { reader.said(text) }

    /// Who asks. Routes for everyone have nobody, and ask for nothing of theirs.
    var viewer: Viewer {
        get throws(Problem) {
            guard let viewer = request.viewer else { throw .notSignedIn }
            return viewer
        }
    }

    /// The name of who asks.
    var person: String { request.viewer?.name ?? "" }

    /// Whether who asks may do something: what they may not is not offered.
    func may(_ right: Right) -> Bool { request.viewer?.may(right) ?? false }

    /// What a command works in, for who asks.
    ///
    /// - Parameter account: the one account that is looked at; `nil` for all they may know of.
    func session(of account: String? = nil) throws -> Session {
        try Session(try GlobalOptions.parse([]), pages.house.surroundings(of: request.viewer), account: account)
    }

    /// Where the page is, with its query.
    var address: Address { request.address }

    // MARK: Answers

    /// The frame of a page, with what every page says.
    func shell(_ title: String, door: Door? = nil) -> WebPages.Shell {
        var shell = WebPages.Shell(title: title, door: door, address: address)
        if let viewer = request.viewer {
            shell.status = WebPages.Shell.Status(
                person: viewer.name, account: viewer.scope.only, currency: currency, rotation: rotation?.id.description,
                tellsIncidents: viewer.may(.publish))
            shell.flash = pages.flashes.take(for: viewer).map { note in
                // A page that answers a form cannot be looked at again.
                note.flash(for: reader, back: request.isSafe ? address : nil)
            }
        }
        shell.simulation = house.simulated.map { reader.saidText("seed \($0.seed)") }
        return shell
    }

    /// The currency that totals are in; `nil` where neither a rotation nor the configuration says so.
    var currency: Currency? { rotation?.currency ?? house.host.configuration.rotation.currency }

    /// The page, sent.
    func reply(_ page: PageContent, status: HTTPResponse.Status = .ok) -> WebReply {
        .html(page.shell.page(page.main, for: reader).markup, status: status)
    }

    /// What a field of the form says, without the space around it; empty where it is not there.
    func field(_ name: String) -> String { (request.form[name] ?? "").trimmingSpace }

    /// Back to where the form stood, else to a page of the program's choice, with a note of what was done.
    func back(orTo address: Address, saying note: FlashNote? = nil) throws(Problem) -> WebReply {
        if let note { pages.flashes.pin(note, for: try viewer) }
        return .seeOther((Address(returning: field("return")) ?? address).text)
    }
}

extension WebRequest {
    /// What was asked for, with its query.
    var address: Address {
        Address(Address(returning: path) ?? "/today", query: query.fields.map { (name: $0.name, value: $0.value) })
    }

    /// The page that a form stood on, as the browser says, or else the form says where it leads back to.
    var formAddress: Address? {
        let parts = headers[.referer]?.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false) ?? []
        if parts.count == 4, parts[2] == host, let page = Address(returning: "/\(parts[3])") { return page }
        return form["return"].flatMap { Address(returning: $0) }
    }
}

extension FlashNote {
    /// - Parameter back: the page it stands on, which an undo leads back to.
    fileprivate func flash(for reader: Reader, back: Address?) -> WebPages.Shell.Flash {
        let lines = refusals.map { " <span class=\"refused\">\($0)</span>" as HTML }.joined(by: .nothing)
        let button = undo.map { undo -> HTML in
            let button = Button(reader.phrases("form.undo"), key: "u").html
            let content: HTML =
                back.map { "<input type=\"hidden\" name=\"return\" value=\"\($0)\">\(button)" } ?? button
            return Form(to: undo, class: "inline", content: content).html(for: reader)
        }
        return WebPages.Shell.Flash(reader.phrases(key, arguments) + lines, undo: button)
    }
}

extension AccountScope {
    /// The account, where there is one alone.
    fileprivate var only: String? {
        guard case .only(let accounts) = self, accounts.count == 1 else { return nil }
        return accounts.first
    }
}

extension String {
    /// The text without space at its ends.
    var trimmingSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
