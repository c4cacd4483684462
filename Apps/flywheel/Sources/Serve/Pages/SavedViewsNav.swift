import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// The named views of a list: those that everybody has, those that somebody shares, and one's own. The store keeps them, so
/// that they are there on every browser.
struct SavedViewsNav {
    let visit: PageVisit
    let list: SavedView.List
    /// Shared views, and one's own.
    let kept: [SavedView]

    /// Views that one person may keep, and that may be shared.
    static let most = 50
    /// Characters of a name.
    static let longestName = 40

    init(_ visit: PageVisit, of list: SavedView.List) throws {
        self.visit = visit
        self.list = list
        kept = try visit.pages.house.host.store.views(of: list).filter { $0.owner.isEmpty || $0.owner == visit.person }
    }

    /// Links to the views.
    ///
    /// - Parameters:
    ///   - common: views that are there for everybody from the first day.
    ///   - address: where a kept view leads.
    func links(
        to common: [(name: HTML, address: Address)], current: Address, address: (SavedView) -> Address
    ) -> HTML {
        let named = kept.map { view -> (name: HTML, address: Address) in
            let mark: HTML =
                view.owner.isEmpty ? " <span class=\"muted\">\(visit.words("queue.view.isShared"))</span>" : ""
            return ("<bdi>\(view.name)</bdi>\(mark)", address(view))
        }
        return LinkBar(visit.words("queue.views"), common + named, current: current).html
    }

    /// The form that keeps what is shown under a name, or forgets a view.
    func form(keeping query: String, current: Address) -> HTML {
        let shared = Field("shared", label: visit.words("queue.view.share"), .box)
        let form = Form(
            to: "/\(list.rawValue)/views", class: "actions",
            hidden: ["return": current.text, "query": query],
            content: """
                <label for="view-name">\(visit.words("queue.view.name"))</label>
                <input id="view-name" name="name" maxlength="\("\(Self.longestName)")" required>
                \(visit.may(.work) ? shared.html(for: visit.reader) : .nothing)
                <button>\(visit.words("queue.view.keep"))</button>
                <button name="forget" value="on">\(visit.words("queue.view.forget"))</button>
                """)
        return
            "<details><summary>\(visit.words("queue.view.change"))</summary>\(form.html(for: visit.reader))</details>"
    }
}

extension PageVisit {
    /// Keeps a view as its form says, or forgets it, and goes back.
    ///
    /// - Parameter query: the question as its list writes it; `nil` where the form asks for nothing that can be kept.
    func keepView(of list: SavedView.List, query: String?) throws -> WebReply {
        let store = pages.house.host.store
        let (name, isShared) = (field("name"), !field("shared").isEmpty)
        guard (1...SavedViewsNav.longestName).contains(name.count),
            !name.unicodeScalars.contains(where: \.actsOnScreens)
        else {
            throw Problem(
                .unprocessableContent, "view-name",
                "the view has no name of 1 to \(SavedViewsNav.longestName) characters", place: "form.name")
        }
        guard !isShared || may(.work) else { throw Problem.notAllowed("work") }
        let owner = isShared ? "" : person
        guard field("forget").isEmpty else {
            do { try store.removeView(name, of: list, owner: owner) } catch { throw Problem.noView(name) }
            return try back(orTo: "/\(list.rawValue)", saying: note("queue.view.forgotten", of: name))
        }
        guard let query else { throw Problem.noView(name) }
        let others = try store.views(of: list).filter { $0.owner == owner && $0.name != name }
        guard others.count < SavedViewsNav.most else {
            throw Problem(
                .unprocessableContent, "too-many-views", "\(others.count) views are kept, the most there may be",
                help: "forget one first")
        }
        try store.keep(SavedView(of: list, name: name, owner: owner, query: query))
        return try back(orTo: "/\(list.rawValue)", saying: note("queue.view.kept", of: name))
    }

    private func note(_ key: String, of name: String) -> FlashNote {
        FlashNote(key: key, arguments: ["name": .text(name)])
    }
}

extension Problem {
    fileprivate static func noView(_ name: String) -> Problem {
        Problem(.notFound, "unknown-view", "there is no view \"\(name)\"", place: "form.name")
    }
}
