import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

extension ShowAnswer {
    func text(on page: Page) -> [String] {
        var lines = head(page)
        if explanation.exception.isGroup {
            lines += members(page)
        } else if let terms = explanation.terms {
            lines += ShowTerms(answer: self, terms: terms).lines(page)
        }
        if showsNumbers { lines += numbers(page) }
        lines += [""] + facts(page)
        if showsPlaybook { lines += playbook(page) }
        return lines + next(page)
    }

    // MARK: Head

    private func head(_ page: Page) -> [String] {
        let exception = explanation.exception
        let standing = exception.standing(on: page.clock)
        var place = page.ink(standing.text, standing.tone)
        var placeCells = standing.text.cells
        if let row = explanation.place {
            let rank =
                ", rank \(row.lane.letter)\(row.position)" + (laneCount > 0 ? " of \(Numbers.grouped(laneCount))" : "")
            place += rank
            placeCells += rank.cells
        }
        let title = "\(id)  \(manifests.name(of: fingerprint).capitalizedFirst.visible)"
        let gap = page.width - title.cells - placeCells
        let first = gap >= 2 ? [title + String(repeating: " ", count: gap) + place] : [title, "    " + place]
        let subject = fingerprint.subject
        let tier = explanation.place?.tier.map { ", tier \($0.rawValue)" } ?? ""
        return first + [
            "\(subject.words), \(subject.marketplaceName), account \(subject.account)\(tier)".visible
        ] + [""] + amounts(page) + dates(page)
    }

    private func amounts(_ page: Page) -> [String] {
        if let terms = explanation.terms { return amounts(terms, "At risk", page) }
        if let terms = termsAtClose { return amounts(terms, "At close", page) }
        guard !explanation.exception.state.isOpen else { return ["Not in the queue yet: the next rotation prices it"] }
        return ["Not in the queue: \(explanation.exception.state.words) rows have no amount"]
    }

    private func amounts(_ terms: RiskTerms, _ label: String, _ page: Page) -> [String] {
        let label = label.padded(toCells: 9)
        guard let minorUnits = terms.atRisk else {
            let units =
                terms.units.map { "; \(Numbers.grouped($0.description)) units in \(terms.horizonDays) days" } ?? ""
            return ["\(label)unpriced: \((terms.unpriced ?? "no reason is known").visible)\(units)"]
        }
        let amount = Money(minorUnits: minorUnits, terms.currency)
        var parts = ["\(page.ink(Numbers.money(amount), .bold)) in \(terms.horizonDays) days"]
        if let low = terms.low, let high = terms.high {
            let bounds = [low, high].map { Numbers.rough(Money(minorUnits: $0, terms.currency)) }
            parts.append("80% between \(bounds[0]) and \(bounds[1])")
        }
        if let evidence = terms.evidence { parts.append("\(evidence.rawValue) evidence") }
        if terms.probability < 1 { parts.append("chance \(Numbers.percent(terms.probability))") }
        var lines = page.wrapped(parts.joined(separator: ", "), head: label)
        if let reason = terms.unpriced {
            lines += page.wrapped("part of it is unpriced: \(reason.visible)", head: "         ")
        }
        return lines
    }

    private func dates(_ page: Page) -> [String] {
        let exception = explanation.exception
        let clock = page.clock
        let owner =
            exception.claimedBy.map { "claimed by \($0)" } ?? exception.owner.map { "owner \($0)" } ?? "no owner yet"
        let due = exception.due.map { due in
            due < clock.now ? page.ink(clock.due(due), .red) + " since \(clock.dated(due))" : clock.dated(due)
        }
        var lines = ["Act by   \(due.map { "\($0) \(clock.place)" } ?? "no date"); \(owner.visible)"]
        if let onset = exception.onset {
            let wait = exception.detected.seconds - onset.seconds
            let later = wait > 0 ? ", \(WallClock.span(wait)) later" : ""
            lines.append("Began    \(clock.dated(onset)), seen \(clock.dated(exception.detected))\(later)")
        } else {
            lines.append("Seen     \(clock.dated(exception.detected)); when it began is not known")
        }
        if let deadline = explanation.exception.exposure.deadline {
            lines.append("Final    " + (deadline < clock.now ? "passed " : "") + clock.dated(deadline))
        }
        if let closed = exception.closed {
            lines.append(
                "Closed   \(clock.dated(closed)) by \(exception.closedBy ?? "?"), \(exception.rootCause?.inWords ?? "no cause")"
                    .visible)
        }
        if exception.source == .person {
            lines.append(
                "Found    by a person" + (exception.isSeenByStage ? ", and detected since" : ", not by detection"))
        }
        if let parent = exception.parent {
            lines.append("Beneath  \(parent), which stands for all that have its cause: flywheel show \(parent)")
        }
        if exception.isSnoozed(at: clock.now), let snooze = exception.snooze {
            lines.append("Snoozed  until \(clock.dated(snooze.until)), earlier when its loss grows by half")
        }
        return lines
    }

    // MARK: Foot

    private func next(_ page: Page) -> [String] {
        switch explanation.exception.state {
        case .verifying: page.next("flywheel reopen \(id)", word: "Undo")
        case let state where state.isOpen:
            if explanation.exception.claimedBy == nil {
                page.next("flywheel claim \(id)")
            } else if showsPlaybook, let step = nextStep {
                page.next("flywheel step \(id) \(step)")
            } else {
                causes(page) + page.next("flywheel close \(id) --cause WORD")
            }
        default: page.next("flywheel queue")
        }
    }

    /// The causes that a close may name, among which whoever closes it chooses.
    private func causes(_ page: Page) -> [String] {
        let words = explanation.rootCauses.map(\.id)
        return page.hints && !words.isEmpty ? page.wrapped(words.joined(separator: ", "), head: "Causes   ") : []
    }
}

extension String {
    /// The text with its first letter upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
