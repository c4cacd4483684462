extension Sentences {
    /// The files, one for each part of the domain.
    static let files: [(name: String, bytes: [UInt8])] = [
        ("accounts", PackageResources.accounts_sentences),
        ("assessment", PackageResources.assessment_sentences),
        ("cases", PackageResources.cases_sentences),
        ("data", PackageResources.data_sentences),
        ("forecasting", PackageResources.forecasting_sentences),
        ("glossary", PackageResources.glossary_sentences),
        ("inventory", PackageResources.inventory_sentences),
        ("metrics", PackageResources.metrics_sentences),
        ("plan", PackageResources.plan_sentences),
        ("pricing", PackageResources.pricing_sentences),
        ("refusals", PackageResources.refusals_sentences),
        ("scaffold", PackageResources.scaffold_sentences),
        ("simulation", PackageResources.simulation_sentences),
        ("suppressions", PackageResources.suppressions_sentences),
        ("thresholds", PackageResources.thresholds_sentences),
        ("today", PackageResources.today_sentences),
        ("wheel", PackageResources.wheel_sentences),
    ]
}
