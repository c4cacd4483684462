import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore

/// What `case` prints: who asks what, what was promised, what hangs on it, and what everybody wrote.
struct CaseAnswer: DocumentedAnswer {
    let file: CaseFile
    let worth: CaseWorth
    /// What triage makes of it; nothing where there is no message to triage.
    let suggestion: CaseSuggestion?
    /// Where rules would give it, or gave it, and why; nothing where nobody is named who works cases, and once it is over.
    let routing: String?
    /// What is written down for who asks, about what they ask.
    let articles: [ShelvedArticle]
    /// Whether all of the thread is shown, or the newest of it.
    let isWhole: Bool
    let asOf: Instant

    var pipeColumns: [String]? { nil }
    let columns = ["id", "state", "owner", "subject"]

    /// Messages that are shown where not all are asked for.
    static let newest = 6

    func text(on page: Page) -> [String] {
        head(page) + clocks(page) + about(page) + suggested(page) + offered(page) + conflicts(page) + checklists(page)
            + thread(page)
            + next(page)
    }

    // MARK: Parts of the page

    private func head(_ page: Page) -> [String] {
        let (record, contents) = (file.record, file.contents)
        let title = (file.subject ?? "(no subject)").visible
        var who = [contents.side.map { "the \($0.rawValue)" } ?? "side unknown"]
        if let name = file.requester[.name] { who.append(name) }
        if let address = file.requester[.address] { who.append(address) }
        var place = ["\(record.key.source) \(record.key.code)", "account \(record.key.account)"]
        if !record.marketplace.isEmpty {
            place.append(Marketplace.named(record.marketplace)?.name ?? record.marketplace)
        }
        if let language = record.language { place.append(language) }
        var standing = [contents.state.words]
        if let end = file.contents.holdEnds { standing.append("until \(page.clock.short(end))") }
        standing.append(contents.owner.map { "with \($0)" } ?? "unassigned")
        if let group = contents.group { standing.append("group \(group)") }
        if let urgency = contents.urgency { standing.append("\(urgency)") }
        if contents.step > 0 { standing.append("step \(contents.step) of the ladder") }
        if let target = record.mergedInto { standing = ["merged into \(target)"] }
        return page.wrapped(title, head: page.ink(record.id.description, .bold) + "  ")
            + page.wrapped(who.joined(separator: ", ").visible)
            + page.wrapped(place.joined(separator: ", ").visible) + [""]
            + page.wrapped(standing.joined(separator: ", ").visible, head: "State    ")
            + (routing.map { page.wrapped($0.visible, head: "Routing  ") } ?? [])
    }

    private func clocks(_ page: Page) -> [String] {
        let awaited = file.clocks.filter { $0.stopped == nil }
        guard !awaited.isEmpty else {
            return file.clocks.isEmpty ? [] : page.wrapped("nothing is awaited", head: "Promise  ")
        }
        return awaited.enumerated().flatMap { index, clock in
            var words = "\(clock.kind.words) "
            switch clock.state {
            case .paused: words += "is paused while \(file.contents.state.words)"
            case .unknown: words += "unknown: nobody says when it was opened"
            default:
                words +=
                    clock.due.map { $0 < page.clock.now ? page.clock.due($0) : "due \(page.clock.due($0))" }
                    ?? "not due"
            }
            if let used = clock.used {
                words += ": \(Self.hours(used)) of \(Self.hours(clock.promised)) working hours used"
            }
            if let age = clock.age { words += ", \(WallClock.span(age)) by the clock" }
            words += "; promise \(clock.promise.id)"
            return page.wrapped(words.visible, head: index == 0 ? "Promise  " : "         ")
        }
    }

    /// Hours with a tenth where they are few.
    private static func hours(_ seconds: Int64) -> String {
        seconds < 360_000
            ? Numbers.fixed(Double(seconds) / 3_600, decimals: 1) : Numbers.grouped(seconds / 3_600)
    }

    private func about(_ page: Page) -> [String] {
        var lines: [String] = []
        let links = file.contents.links.map { link in
            "\(link.kind.words) \(link.code)" + (link.isConfirmed ? "" : "?")
        }
        if !links.isEmpty { lines += page.wrapped(links.joined(separator: ", ").visible, head: "About    ") }
        if !file.contents.intents.isEmpty {
            lines += page.wrapped(file.contents.intents.joined(separator: ", ").visible, head: "Intent   ")
        }
        var money: [String] = worth.stakes.isEmpty ? [] : worth.stakes.map { "\(Numbers.money($0)) stated" }
        if let atRisk = worth.atRisk {
            money.append("the listing has \(Numbers.money(atRisk)) at risk" + (worth.tier == .a ? ", a hero" : ""))
        }
        if !money.isEmpty { lines += page.wrapped(money.joined(separator: "; "), head: "Worth    ") }
        for dispute in file.contents.disputes(at: asOf) {
            let kind = dispute.terms.rules.kind.rawValue.replacing("-", with: " ")
            lines += page.wrapped("\(kind), \(dispute.stage)".visible, head: "Dispute  ")
        }
        if !file.members.isEmpty {
            lines += page.wrapped(file.members.map(\.id.description).joined(separator: ", "), head: "With     ")
        }
        return lines
    }

    private func conflicts(_ page: Page) -> [String] {
        file.contents.conflicts.flatMap { conflict in
            page.wrapped(
                "\(conflict.field.rawValue) is \(conflict.here) here; since \(page.clock.short(conflict.since)) its source "
                    + "says \(conflict.there)".visible, head: "Differs  ")
                + page.line(
                    "", command: "flywheel cases take \(file.record.id) --field \(conflict.field.rawValue)")
        }
    }

    private func checklists(_ page: Page) -> [String] {
        file.checklists.flatMap { list -> [String] in
            let done = file.contents.stepsDone(of: list.id)
            return ["", "\(list.id): \(done.count) of \(list.steps.count) done".visible]
                + list.steps.enumerated().flatMap { index, step in
                    page.wrapped(
                        step.visible, head: "  \(done.contains(index + 1) ? "x" : "\(index + 1)") ")
                }
        }
    }

    private func thread(_ page: Page) -> [String] {
        let shown = isWhole ? file.thread[...] : file.thread.suffix(Self.newest)
        let hidden = file.thread.count - shown.count
        var lines: [String] = []
        if hidden > 0 {
            lines +=
                [""]
                + page.line(
                    "\(Numbers.count(hidden, "earlier message"))", command: "flywheel case \(file.record.id) --all")
        }
        for entry in shown {
            var words = [page.clock.dated(entry.message.at), who(entry)]
            switch entry.message.state {
            case .received, .written: if entry.isInternal { words.append("note") }
            case .note: words.append("note")
            case .draft: words.append("draft, not approved")
            case .approved: words.append("approved, not written")
            case .discarded: break
            }
            if entry.message.case != file.record.id { words.append("in \(entry.message.case)") }
            lines += ["", page.ink("\(entry.message.id)", .bold) + "  " + words.joined(separator: ", ").visible]
            let text = entry.text ?? "(erased)"
            lines += text.split(separator: "\n", omittingEmptySubsequences: true).flatMap {
                page.wrapped(String($0).visible, head: "  ")
            }
            lines += entry.attachments.flatMap { page.wrapped("with \($0)".visible, head: "  ") }
        }
        return lines
    }

    /// Who wrote an entry. Where nobody says on which side who asks stands, none is named.
    private func who(_ entry: CaseFile.Entry) -> String {
        guard let author = entry.author else { return entry.message.author ?? "?" }
        if case .party(let side) = author, side != .platform, file.contents.side == nil { return "who asks" }
        return author.words
    }

    private func next(_ page: Page) -> [String] {
        let id = file.record.id
        if let draft = file.thread.last(where: { $0.message.state == .draft }) {
            return [""] + page.next("flywheel cases approve \(draft.message.id)")
        }
        if file.thread.contains(where: { $0.message.state == .approved }) {
            return [""] + page.next("flywheel cases write --output replies")
        }
        if let target = file.record.mergedInto { return [""] + page.next("flywheel case \(target)") }
        if file.contents.state.isDone { return [""] + page.next("flywheel cases reopen \(id)") }
        if file.contents.owner == nil { return [""] + page.next("flywheel cases claim \(id)") }
        return [""] + page.next("flywheel cases reply \(id) --text \"...\"")
    }
}

extension CaseLink.Kind {
    /// As people read it.
    var words: String { rawValue.replacing("-", with: " ") }
}
