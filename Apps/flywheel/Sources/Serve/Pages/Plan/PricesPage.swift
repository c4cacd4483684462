import FlywheelKit
import FlywheelStore
import WebPages

/// Changes of listings that workflows propose: each is approved or refused by itself, and none is ticked beforehand.
struct PricesPage {
    let answer: ChangesAnswer
    /// Who looks may decide about them.
    let mayDecide: Bool
    let query: CommandQuery
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let states = ChangeRecord.State.allCases.map {
            (value: $0.rawValue, label: phrases.text("plan.state.\($0.rawValue)"))
        }
        let filter = FilterForm(
            "/plan/prices",
            [
                .choice(
                    name: "state", label: phrases("plan.column.state"),
                    values: [(value: "", label: phrases.text("plan.waiting"))] + states
                        + [(value: "any", label: phrases.text("plan.anyState"))],
                    chosen: query["state"] ?? "")
            ], notUnderstood: query.notUnderstood)
        return """
            \(PlanLinks(reader: reader, current: "/plan/prices").html)
            <p>\(mode)</p>
            \(filter.html(for: reader))
            <section>\(table.html)\(comparison)\(more)</section>
            """
    }

    /// In which currency gains are compared, and how many cannot be.
    private var comparison: HTML {
        guard let currency = answer.comparedIn else { return .nothing }
        let without = answer.withoutRate
        let rest: HTML =
            without > 0
            ? " \(phrases("plan.withoutRate", ["count": .count(without), "currency": .text(currency.code)]))" : .nothing
        return "<p class=\"muted\">\(phrases("plan.comparedIn", ["currency": .text(currency.code)]))\(rest)</p>"
    }

    /// Changes that a page lists at most.
    static let most = 1_000

    private var more: HTML {
        let count = min(answer.changes.count, Self.most)
        guard count > answer.limit else { return .nothing }
        return "<p><a href=\"\(query.address(with: "limit", "\(count)"))\">\(phrases("plan.allChanges"))</a></p>"
    }

    private var mode: HTML {
        answer.liveAccounts.isEmpty
            ? phrases("plan.testMode")
            : phrases("plan.live", ["accounts": .text(answer.liveAccounts.sorted().joined(separator: ", "))])
    }

    private var table: DataTable {
        DataTable(
            id: "changes", caption: phrases("plan.changesCaption", ["count": .count(answer.changes.count)]),
            columns: [
                .init(phrases("plan.column.listing")), .init(phrases("plan.column.what")),
                .init(phrases("plan.column.gain"), isNumber: true),
                .init(phrases("plan.column.units"), isNumber: true),
                .init(phrases("plan.column.state")), .init(phrases("plan.column.decide")),
            ], rows: answer.changes.prefix(answer.limit).map(row), empty: phrases("plan.noChanges"))
    }

    private func row(of change: ChangeRecord) -> DataTable.Row {
        let subject = change.subject
        func number(_ units: Double) -> HTML { "\(reader.formats.number(units, decimals: 2))" }
        let units = change.proposal.price.map { price -> HTML in
            guard price.unitsNow != nil || price.unitsThen != nil else { return "?" }
            return "\(price.unitsNow.map(number) ?? "?") → \(price.unitsThen.map(number) ?? "?")"
        }
        let gain = change.proposal.price?.gain.map { "\(reader.formats.money($0))" as HTML }
        let listing = reader.listing(
            subject, title: nil, at: "/listings/\(subject.account)/\(subject.marketplace)/\(subject.code)")
        return DataTable.Row([
            "\(listing) \(RecordLink(id: change.exception.description).html)", what(change), gain ?? "?", units ?? "–",
            "\(reader.phrases("plan.state.\(change.state.rawValue.camelCased)"))\(reason(of: change))",
            decision(on: change),
        ])
    }

    private func what(_ change: ChangeRecord) -> HTML {
        if let price = change.proposal.price {
            return "\(reader.formats.money(price.from)) → <b>\(reader.formats.money(price.to))</b>"
        }
        let attributes = change.proposal.attributes.map {
            "<span translate=\"no\">\($0.name.inWords)</span> = \($0.value ?? "?")" as HTML
        }
        return attributes.joined(by: ", ")
    }

    private func reason(of change: ChangeRecord) -> HTML {
        change.reason.map { ", <span translate=\"no\">\($0)</span>" } ?? .nothing
    }

    /// The field that says why a change is refused. Each row has its own, since a page has each field once.
    static func reasonField(of id: String) -> String { "reason-\(id)" }

    /// What the field of an attribute begins with.
    static func valueField(of id: String) -> String { "value-\(id)-" }

    /// Approving is for good once it is written, so that each row has its own button; a refusal says why.
    private func decision(on change: ChangeRecord) -> HTML {
        guard mayDecide, change.state == .proposed else { return "–" }
        let id = change.id.description
        let unknown = change.proposal.attributes.filter { $0.value == nil }
        let values = unknown.map { attribute in
            Field(
                "\(Self.valueField(of: id))\(attribute.name)",
                label: "<span translate=\"no\">\(attribute.name.inWords)</span>",
                isRequired: true
            )
            .html(for: reader)
        }
        let approve = Form(
            to: "/plan/prices/\(id)/approve", class: "inline",
            content: "\(values)\(Button(phrases("plan.act.approve"), about: id).html)"
        ).html(for: reader)
        // What only a person knows is asked for once they want to approve.
        let asked: HTML =
            values.isEmpty ? approve : "<details><summary>\(phrases("plan.act.approve"))</summary>\(approve)</details>"
        let why = Field(
            Self.reasonField(of: id), label: phrases("wheel.reason"), hint: phrases("wheel.reasonHint"),
            isRequired: true)
        let refuse = Form(
            to: "/plan/prices/\(id)/refuse",
            content: "\(why.html(for: reader))\(Button(phrases("plan.act.refuse"), about: id).html)")
        return """
            \(asked)
            <details><summary>\(phrases("plan.act.refuse"))</summary>\(refuse.html(for: reader))</details>
            """
    }
}
