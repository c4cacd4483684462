extension Document {
    /// What is written of simulations.
    static let simulations = [SimulateAnswer.document, ScenariosAnswer.document]
}
