import FlywheelKit

extension FindingKind {
    /// Effort and duration are priors, until outcomes say better.
    static let largeShare = FindingKind("large-share", title: "large share reported", effortHours: 0.5, lastsDays: 21)
}

extension RootCause {
    static let taxonomy = [
        RootCause("wrong-content", "The listing promises what the product is not."),
        RootCause("product-fault", "The product is faulty."),
        RootCause("other", "Something else; the note says what."),
    ]
}
