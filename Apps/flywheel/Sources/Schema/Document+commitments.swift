extension Document {
    /// What is written of what is said in public.
    static let commitments = [
        CommitmentsAnswer.document, IncidentsAnswer.document, IncidentAnswer.document, MaintenanceAnswer.document,
        MaintenanceRecordAnswer.document,
    ]
}
