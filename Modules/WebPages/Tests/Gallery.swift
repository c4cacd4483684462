import FlywheelKit

@testable import WebPages

/// Every component once, on one page: for the tests that hold for all of them, and to be looked at.
struct Gallery {
    let reader: Reader
    /// Stands wherever text from outside can.
    var name = "Isolierflasche 750 ml, schwarz"

    init(_ locale: PageLocale, scheme: Reader.ColorScheme = .system, density: Reader.Density = .comfortable) {
        reader = Reader(
            locale: locale, zone: "America/Los_Angeles", asOf: FormatsTests.asOf, formToken: "token-1",
            colorScheme: scheme, density: density)
    }

    var page: HTML {
        var shell = Shell(title: "Queue \(name)", door: .queue, address: "/queue", status: status)
        shell.beside = StateChip.active.html(for: reader) + QualifierChip.evidence(.medium).html(for: reader)
        shell.simulation = "seed 7 \(name)"
        shell.notices = Notice.Kind.allCases.map { Notice($0, "Planning is 31 h old \(name)") }
        shell.flash = .init(
            "Closed \(name).", undo: Form(to: "/x/\(name)/reopen", button: Button("Undo", key: "u")).html(for: reader))
        shell.faults = faults
        shell.command = "flywheel queue --owner '\(name)'"
        shell.json = Address("/api/v1/queue", query: [("q", name)])
        shell.isLive = true
        return shell.page(main, for: reader)
    }

    private var status: Shell.Status? {
        Currency("USD").map { .init(person: name, account: name, currency: $0, rotation: "R212") }
    }

    private var faults: [Fault] { [Fault(field: "cause", "Found \(name), expected a root cause.")] }

    private var main: HTML {
        let live = LiveBar.exceptions(events: "/events", refresh: "/queue", for: reader).html(for: reader)
        let bulk = BulkBar([
            .init(to: "/queue/claim", "Claim exceptions"), .init(to: "/queue/snooze", "Snooze exceptions"),
        ])
        return """
            \(live)
            \(filters.html(for: reader))
            <section>\(work.html(for: reader))
            \(bulk.html(for: reader))
            \(Pager(first: "/queue", next: Address("/queue", query: [("cursor", name)])).html(for: reader))</section>
            <section><h2>States</h2><p class="actions">\(chips)</p></section>
            <div class="columns"><section>\(form)</section><section>\(table.html)\(definitions.html)</section></div>
            <div class="columns">\(figures.map { "<section>\($0.html(for: reader))</section>" as HTML })</div>
            <section>\(Ring(phases).html(answer: name, for: reader))</section>
            <section>\(SmallMultiples(panels).html)</section>
            <section>\(map.html(for: reader))</section>
            <section>\(roadmap.html)</section>
            """
    }

    private var chips: [HTML] {
        StateChip.allCases.map { $0.html(for: reader) }
            + ([.stale, .unpriced, .evidence(.high), .evidence(.low)] as [QualifierChip]).map { $0.html(for: reader) }
    }

    private var filters: FilterForm {
        FilterForm(
            "/queue",
            [
                .choice(
                    name: "tier", label: "Tier", values: [("", "Any"), ("A", "A (12)"), ("B", name)], chosen: "A"),
                .search(name: "q", label: "Search", text: name),
            ], keeping: [(name: "order", value: name)], notUnderstood: [name])
    }

    private var work: WorkTable {
        let scale = IntervalStrip.Scale(covering: [0, 7_280])
        let amounts = [5_158.40, 2_140.75, 1_655.00, 1_210.40]
        let states: [StateChip] = [.active, .claimed, .notFixed, .waiting]
        let rows = zip(amounts, states).enumerated().map { place, pair -> WorkRow in
            let (amount, state) = pair
            var row = WorkRow(
                id: "X10\(place)", rank: "\(place + 1)", amount: reader.formats.number(amount, decimals: 2),
                strip: (
                    IntervalStrip(low: amount * 0.6, value: amount, high: amount * 1.4, on: scale), "80% of \(name)"
                ),
                title: "Suppressed: \(name)", address: "/x/\(name)", listing: "HB-204-BLK, \(name), Amazon US, A",
                state: state, owner: place == 0 ? nil : name,
                actBy: place == 2
                    ? "<span class=\"late\">\(reader.formats.actBy(FormatsTests.asOf.advanced(byDays: -3)))</span>"
                    : HTML(text: reader.formats.actBy(FormatsTests.asOf.advanced(byDays: Double(place) * 3.4 + 0.3))),
                action: Form(to: "/x/\(name)/claim", button: Button("Claim", key: "c")).html(for: reader), version: "7")
            row.remarks = place == 0 ? ["+2 more wait for this one \(name)"] : []
            row.qualifiers = place == 3 ? [.stale] : []
            return row
        }
        return WorkTable(
            id: "open", caption: "201 open, $48,310.00 at risk in 30 days, each listing counted once",
            amountHeading: "At risk, $", rows: rows, scale: ("0", "7,280"), empty: "Nothing open \(name)")
    }

    private var form: HTML {
        let fields = [
            Field("cause", label: "Root cause \(name)", value: name, hint: "One word \(name)", isRequired: true),
            Field("note", label: "Note", .text(), value: "\n\(name)"),
            Field("kind", label: "Kind", .choice([(name, name), ("other", "Other")]), value: name),
            Field("mail", label: "Tell the owner", .box, value: "on"),
            Field("file", label: "File", .file(accept: ".csv")),
        ]
        return Form(
            to: "/x/\(name)/close", hidden: ["version": name],
            content: """
                \(fields.map { $0.html(faults: faults, for: reader) })
                <p class="actions">\(Button("Close exception", weight: .main, name: "do", value: name).html)</p>
                """, takesFiles: true
        ).html(for: reader)
    }

    private var table: DataTable {
        DataTable(
            id: "feeds", caption: "Feeds, 2 \(name)",
            columns: [
                .init("Feed \(name)"), .init("Age", isNumber: true), .init("Limit", isNumber: true),
            ],
            rows: [.init(["\(name)", "4 min", "24 h"]), .init(["planning", "31 h", "24 h"], isMarked: true)],
            empty: "\(name)")
    }

    private var definitions: Definitions { Definitions([("Began", "Wed 18 Nov, 22:10"), ("\(name)", "\(name)")]) }
}
