import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

extension ShowAnswer {
    /// What the amount rests on, what is to be done, and what happened so far.
    func facts(_ page: Page) -> [String] {
        basis(page) + whatToDo(page) + earlier(page) + history(page)
    }

    private func basis(_ page: Page) -> [String] {
        // What a group counts for rests on what each of its members does.
        guard let terms = explanation.terms, !explanation.exception.isGroup else { return [] }
        var lines: [String] = []
        if let basis = terms.listings.first?.basis {
            let prior = basis.priorWeight > 0 ? "; similar products weigh \(Numbers.percent(basis.priorWeight))" : ""
            lines += page.wrapped(
                "\(Numbers.count(basis.goodDays, "day")) used, \(basis.blockedDays) blocked and"
                    + " \(basis.unknownDays) unknown left out\(prior)", head: "Basis    ")
        }
        if let season = terms.listings.first?.season {
            let weeks = season.weeks.map { Numbers.fixed($0.value, decimals: 2) }.inWords
            lines += page.wrapped("the weeks from today on sell \(weeks) times an ordinary one", head: "         ")
        }
        let lasting = Numbers.fixed(terms.lasting.reduce(0, +), decimals: 1)
        let seen =
            terms.durationsObserved == 0
            ? "by its kind's usual length" : "by \(terms.durationsObserved) ended ones of its kind"
        let sure = terms.sureDays > 1 ? ", the first \(terms.sureDays) for sure" : ""
        return lines
            + page.wrapped(
                "\(lasting) of \(terms.horizonDays) days still to last\(sure), \(seen), at age \(terms.ageDays) d",
                head: lines.isEmpty ? "Basis    " : "         ")
    }

    private func whatToDo(_ page: Page) -> [String] {
        var lines: [String] = []
        switch explanation.resolution.action {
        case .ask(let why): lines += page.wrapped(why.visible, head: "Look     ")
        case .dismiss(let why): lines += page.wrapped(why.visible, head: "Dismiss  ")
        case .act(let remedy): lines += page.wrapped(remedy.title.told(on: page.clock.today).visible, head: "Remedy   ")
        }
        if let suggestion = explanation.resolution.suggestion {
            let words = [
                isRemedy(suggestion.action) ? nil : suggestion.action.told(on: page.clock.today),
                suggestion.target.map { "until \($0)" },
            ]
            let sentence = words.compactMap(\.self).joined(separator: ", ")
            let head = isRemedy(suggestion.action) ? "         " : "First    "
            if !sentence.isEmpty { lines += page.wrapped(sentence.visible, head: head) }
            for fact in suggestion.because {
                lines += page.wrapped("because \(fact.visible)", head: "         ")
            }
            for unknown in suggestion.unknowns {
                lines += page.wrapped("check: \(unknown.visible)", head: "         ")
            }
        }
        if let playbook = explanation.resolution.playbook, !showsPlaybook {
            lines += page.line(
                "Playbook \(playbook.title.visible), \(Numbers.count(playbook.steps.count, "step")), \(playbook.minutes) min",
                command: "flywheel show \(id) --playbook")
        }
        for change in explanation.changes where change.state != .superseded {
            lines += page.line(
                "Change   \(change.id) \(change.state.words): \(change.change.inWords)".visible,
                command: "flywheel changes show \(change.id)")
            if let untaken = explanation.untaken[change.id] { lines += page.wrapped(untaken.words, head: "         ") }
        }
        if let draft = explanation.resolution.draft {
            lines += page.line("Draft    \(draft.subject)".visible, command: "flywheel draft \(id)")
        }
        return lines
    }

    /// Whether the remedy says the same already.
    private func isRemedy(_ action: String) -> Bool {
        if case .act(let remedy) = explanation.resolution.action { remedy.title == action } else { false }
    }

    /// The steps a person follows, those that are done marked.
    func playbook(_ page: Page) -> [String] {
        guard let playbook = explanation.resolution.playbook else { return ["", "There is no playbook for this kind"] }
        let done = explanation.exception.stepsDone
        let count = done.isEmpty ? "" : ", \(done.count) of \(playbook.steps.count) done"
        var lines = ["", "Playbook \(playbook.title), \(playbook.minutes) min\(count)".visible]
        lines += lastTime(page)
        for (number, step) in zip(1..., playbook.steps) {
            lines += page.wrapped(step.visible, head: "\(done.contains(number) ? "x" : " ") \(number). ")
        }
        return lines
    }

    /// The first step that is not done.
    var nextStep: Int? {
        guard let playbook = explanation.resolution.playbook else { return nil }
        return playbook.steps.indices.map { $0 + 1 }.first { !explanation.exception.stepsDone.contains($0) }
    }

    /// The days an amount is made of.
    func numbers(_ page: Page) -> [String] {
        guard let days, let asOf = explanation.rotation?.asOf else {
            return [
                "", "Days     cannot be worked out: the row is not about one listing, or a neighbour was closed since",
            ]
        }
        var columns: [Table.Column] = [.init("Day")]
        if days.isSeasonal { columns.append(.init("ordinary days", isRight: true)) }
        columns.append(.init("together", isRight: true))
        for row in days.rows {
            columns += [.init("\(row.exception) takes", isRight: true), .init("counts for", isRight: true)]
        }
        let rows = days.together.indices.map { day -> [Table.Cell] in
            let shares = days.rows.flatMap { row in
                [row.expected[day], row.countsFor[day]].map { Table.Cell(Numbers.fixed($0, decimals: 6)) }
            }
            let season = days.isSeasonal ? [Table.Cell(Numbers.fixed(days.season[day], decimals: 4))] : []
            return [Table.Cell(asOf.utcDay.advanced(by: day).description)] + season
                + [Table.Cell(Numbers.fixed(days.together[day], decimals: 6))] + shares
        }
        return [""] + Table(columns: columns, rows: rows).lines(width: max(page.width, 200), ink: page.ink)
    }
}
