import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import WebPages

extension PageVisit {
    /// Does something to the cases that are ticked in the inbox, each by itself: one that is refused does not keep the others
    /// from it. What the act asks for besides is asked for next.
    func performOnSeveral(_ act: CaseAct) throws -> WebReply {
        let ids = try chosen(CaseRecord.self)
        let fields = CaseFields(reader: reader).fields(of: act)
        if !fields.isEmpty, request.form["asked"] == nil { return reply(asking(act, of: ids)) }
        var (done, refusals): ([String], [Diagnostic]) = ([], [])
        for id in ids {
            do {
                let answer = try house.answer(try act.command(on: id, saying: request.form), to: request)
                refusals += answer.refusals
                if answer.refusals.isEmpty { done.append(id) }
            } catch let diagnostic as Diagnostic where diagnostic.exit == .usage {
                return reply(asking(act, of: ids, refused: diagnostic), status: .unprocessableContent)
            }
        }
        guard !done.isEmpty else {
            let first = refusals.first ?? Diagnostic("nothing-chosen", "no case was changed", exit: .refused)
            return reply(nothingDone(refusals), status: HTTPResponse.Status(of: first))
        }
        let undo = Address("/cases/undo", query: done.map { (name: "id", value: $0) })
        return try back(
            orTo: "/cases",
            saying: FlashNote(
                key: "cases.done.\(act.rawValue)", arguments: ["case": .text(done.joined(separator: ", "))],
                refusals: refusals.map(fault), undo: act == .undo ? nil : undo))
    }

    /// The records of a kind that are ticked, or that an undo names in its address, each once.
    func chosen<Kind: RecordKind>(_: Kind.Type) throws(Problem) -> [String] {
        var seen: Set<RecordID<Kind>> = []
        let ids = (request.form.all("id") + request.query.all("id")).compactMap { RecordID<Kind>(text: $0) }
            .filter { seen.insert($0).inserted }.map(\.description)
        guard (1...Self.mostChosen).contains(ids.count) else {
            throw Problem(
                .unprocessableContent, ids.isEmpty ? "nothing-chosen" : "too-many",
                "\(ids.count) rows were ticked, expected 1 to \(Self.mostChosen)")
        }
        return ids
    }

    private func asking(_ act: CaseAct, of ids: [String], refused: Diagnostic? = nil) -> PageContent {
        let faults = refused.map { [Fault(field: act.field, fault($0))] } ?? []
        let title = words.text("cases.act.\(act.rawValue)")
        var shell = shell(title, door: .cases)
        shell.faults = faults
        shell.command = "flywheel cases \(act.rawValue) \(ids.joined(separator: " "))"
        let fields = CaseFields(reader: reader, value: field).fields(of: act)
        let boxes = ids.map { "<input type=\"hidden\" name=\"id\" value=\"\($0)\">" as HTML }
        let back = Address(returning: field("return")) ?? "/cases"
        let form = Form(
            to: "/cases/\(act.rawValue)", hidden: ["return": back.text, "asked": "on"],
            content: """
                \(boxes)\(fields.map { $0.html(faults: faults, for: reader) })
                \(Button(words("cases.act.\(act.rawValue)"), weight: .main).html)
                """)
        return PageContent(
            shell: shell,
            main: """
                <section><p>\(words("cases.chosen", ["count": .count(ids.count)])) \(links(ids))</p>
                \(form.html(for: reader))
                <p><a href="\(back)">\(words("trouble.back"))</a></p></section>
                """)
    }

    private func nothingDone(_ refusals: [Diagnostic]) -> PageContent {
        let lines = refusals.map { "<p><strong>\(fault($0))</strong></p>" as HTML }
        return PageContent(
            shell: shell(words.text("trouble.refused"), door: .cases),
            main: """
                <section>\(lines)<p>\(words("trouble.nothingChanged"))</p>
                <p><a href="\(Address(returning: field("return")) ?? "/cases")">\(words("trouble.back"))</a></p></section>
                """)
    }

    private func links(_ ids: [String]) -> HTML {
        ids.map { "<a href=\"\("/cases/\($0)" as Address)\" translate=\"no\">\($0)</a>" as HTML }.joined(by: ", ")
    }
}
