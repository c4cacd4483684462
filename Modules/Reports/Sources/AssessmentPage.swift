public import Assessment
import FlywheelKit
import Mustache

/// An assessment as one page of HTML that stands by itself: no scripts, nothing loaded from elsewhere, readable on paper, on a
/// telephone and by readers that do not see it.
public struct AssessmentPage: Sendable {
    /// What is shown.
    let document: AssessmentDocument
    /// The assessment's id, `A7`; `nil` of one that was not kept.
    let id: String?

    /// The page of an assessment.
    public init(_ document: AssessmentDocument, id: String? = nil) {
        self.document = document
        self.id = id
    }

    /// The whole page. The same assessment gives the same bytes.
    public func html() -> String {
        do {
            let template = String(decoding: PackageResources.assessment_mustache, as: UTF8.self)
            return try MustacheTemplate(string: template).render(content)
        } catch {
            preconditionFailure("the template is part of the program, and a test reads it: \(error)")
        }
    }
}
