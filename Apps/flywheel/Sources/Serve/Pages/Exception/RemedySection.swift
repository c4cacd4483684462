import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import People
import WebPages

/// What to do about an exception: the remedy, what to do first and why, the steps, and proposed changes.
struct RemedySection {
    let visit: PageVisit
    let answer: ShowAnswer

    init(_ visit: PageVisit, _ answer: ShowAnswer) {
        self.visit = visit
        self.answer = answer
    }

    private var words: Phrases { visit.words }
    private var resolution: Resolution { answer.explanation.resolution }

    /// The section. The draft is in the language of who gets it.
    var html: HTML {
        "<section class=\"panel\"><h2>\(words("exception.remedy"))</h2>\(remedy)\(suggestion)\(playbook)\(changes)\(draft)</section>"
    }

    private var remedy: HTML {
        let (key, text): (String, String) =
            switch resolution.action {
            case .act(let remedy): ("exception.act", remedy.title.told(on: visit.formats.today))
            case .ask(let why): ("exception.ask", why)
            case .dismiss(let why): ("exception.nothingToDo", why)
            }
        return "<p>\(words(key)) <strong>\(visit.said(text))</strong></p>"
    }

    private var suggestion: HTML {
        guard let suggestion = resolution.suggestion else { return .nothing }
        let items: [(name: HTML, value: HTML)] =
            [(words("exception.first"), visit.said(suggestion.action.told(on: visit.formats.today)))]
            + (suggestion.target.map { [(words("exception.target"), visit.said($0))] } ?? [])
            + suggestion.because.map { (words("exception.because"), visit.said($0)) }
            + suggestion.unknowns.map { (words("exception.check"), visit.said($0)) }
        return Definitions(items).html
    }

    private var playbook: HTML {
        guard let playbook = resolution.playbook else {
            return "<p class=\"muted\">\(words("exception.noPlaybook"))</p>"
        }
        let done = Set(answer.explanation.exception.stepsDone)
        let steps = zip(1..., playbook.steps).map { number, step -> HTML in
            """
            <li><div class="spread"><span>\(visit.said(step))</span> \(mark(number, isDone: done.contains(number)))</div></li>
            """
        }
        let title = words(
            "exception.playbook",
            [
                "title": .html(visit.said(playbook.title)), "minutes": .count(playbook.minutes),
                "done": .count(done.count),
                "count": .count(playbook.steps.count),
            ])
        return "<h3>\(title)</h3><ol class=\"steps\">\n\(steps)\n</ol>"
    }

    private func mark(_ number: Int, isDone: Bool) -> HTML {
        if isDone { return "<span class=\"chip verified\">\(words("exception.stepDone"))</span>" }
        guard visit.may(.work), answer.explanation.exception.state.isOpen else { return .nothing }
        return Form(
            to: "/x/\(answer.id.description)/step", button: Button(words("exception.do.step"), about: "\(number)"),
            hidden: ["step": "\(number)", "return": visit.address.text], isInPlace: false
        ).html(for: visit.reader)
    }

    private var changes: HTML {
        let lines = answer.explanation.changes.filter { $0.state != .superseded }.map { change -> HTML in
            return """
                <li><a href="/plan/prices">\(change.id.description)</a> \(visit.said(change.state.words)): \
                \(visit.said(change.change.inWords))\(untaken(change))</li>
                """
        }
        return lines.isEmpty ? .nothing : "<h3>\(words("exception.changes"))</h3><ul>\(lines)</ul>"
    }

    /// That a written price was never taken up.
    private func untaken(_ change: ChangeRecord) -> HTML {
        guard let price = answer.explanation.untaken[change.id] else { return .nothing }
        let values: [String: Phrases.Value] = [
            "day": .text(visit.formats.day(price.listed)), "price": .text(visit.formats.money(price.shown)),
        ]
        return " \(words("exception.untaken", values))"
    }

    private var draft: HTML {
        guard let draft = resolution.draft else { return .nothing }
        return """
            <details><summary>\(words("exception.draft"))</summary><p lang="en"><strong>\(draft.subject)</strong></p>
            <pre lang="en">\(draft.body)</pre></details>
            """
    }
}
