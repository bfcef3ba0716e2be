#pragma once

#include "tests/support/likelihood_points.h"
#include "ui/runs/run_record.h"

namespace rbm::test {

/// A run of two epochs with two checks, on images called "starter digits".
inline RunRecord runRecord(const QString &id, const QString &name) {
    RunRecord run;
    run.id = id;
    run.name = name;
    run.began = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);
    run.config.numHidden = 16;
    run.config.k = 3;
    run.config.seed = 0xFFFFFFFFFFFFFFFFU; // more than a double can hold
    run.controls = {0.05, 0.7};
    run.update = 50;
    run.updatesPerEpoch = 25;
    run.dataName = QStringLiteral("starter digits");
    run.dataKey = QStringLiteral("0123456789abcdef");
    run.points = {pointAt(1, -150), pointAt(2, -140, QuoteVerdict::DoNotQuote)};
    return run;
}

} // namespace rbm::test
