import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import WebPages

/// A form of the page of a dispute. It says which version of the case it was made of, so that nobody decides on what they did
/// not see; what was refused keeps what was typed.
struct DisputeForm {
    let act: DisputeAct
    let page: DisputePage
    private let kept: FlywheelWeb.Fields?
    private let faults: [Fault]

    init(_ act: DisputeAct, on page: DisputePage) {
        self.act = act
        self.page = page
        let refused = page.refused.flatMap { $0.act == act ? $0 : nil }
        kept = refused?.form
        faults = refused?.faults ?? []
    }

    private var phrases: Phrases { page.phrases }
    private var label: HTML { phrases("disputes.act.\(act.rawValue)") }

    /// A field of it.
    ///
    /// - Parameters:
    ///   - value: what stands in it where nothing was typed.
    ///   - hint: the key of what helps to fill it in.
    func field(
        _ name: String, _ kind: Field.Kind = .line(), value: String = "", hint: String? = nil, isRequired: Bool = false
    ) -> HTML {
        Field(
            name, of: act.rawValue, label: phrases("disputes.field.\(name)"), kind, value: kept?[name] ?? value,
            hint: hint.map { phrases($0) }, isRequired: isRequired
        ).html(faults: faults, for: page.reader)
    }

    /// Parts to choose from, the desk's own first.
    func parties(_ parties: [DisputeParty], of dispute: Dispute) -> [(value: String, label: String)] {
        (parties.filter(dispute.isDesk) + parties.filter { !dispute.isDesk($0) })
            .map { ($0.rawValue, page.reader.text($0, in: dispute)) }
    }

    /// The form, open.
    func html(
        _ fields: [HTML], hidden: KeyValuePairs<String, String> = [:], buttons: [Button]? = nil
    ) -> HTML {
        let version: HTML = "<input type=\"hidden\" name=\"version\" value=\"\(String(page.record.version))\">"
        let more = hidden.map { "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">" as HTML }
        let last = (buttons ?? [Button(label, weight: act == .decide ? .main : .plain)]).map(\.html).joined(by: " ")
        return Form(
            to: "/cases/\(page.id)/disputes/\(act.rawValue)",
            content: "\(version)\(more)\(fields)<p class=\"actions\">\(last)</p>"
        ).html(for: page.reader)
    }

    /// The form behind a line that opens it; one that was refused stands open.
    func details(_ fields: [HTML]) -> HTML {
        """
        <details\(flag: "open", if: kept != nil)><summary id="field-\(act.rawValue)-form">\(label)</summary>
        \(html(fields))
        </details>
        """
    }
}
