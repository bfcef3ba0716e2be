#pragma once

#include "engine/training/training_config.h"
#include "ui/support/data_key.h"
#include "ui/widgets/likelihood_point.h"

#include <QDateTime>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rbm {

/// A run that is kept: its settings, how far it is and its curve. Its model is a
/// file beside this. A value.
struct RunRecord {
    QString id;        ///< its folder's name
    QString name;      ///< what people call it
    bool shown = true; ///< whether its curve is in the plot

    QDateTime began; ///< UTC
    TrainingConfig config;
    LiveControls controls; ///< those in force last
    std::uint64_t update = 0;
    std::size_t updatesPerEpoch = 1;
    QString dataName;                    ///< what people call its images
    QString dataKey;                     ///< which tells them from others, see dataKeyOf()
    std::vector<LikelihoodPoint> points; ///< of its checks, by epoch

    bool hasModel = false; ///< whether there is a model to go on with

    /// Completed epochs, with the fraction of the one under way.
    double epoch() const {
        return static_cast<double>(update) / static_cast<double>(updatesPerEpoch);
    }
};

/// Takes the place of a point of the same epoch.
void addPoint(std::vector<LikelihoodPoint> &points, const LikelihoodPoint &point);

/// All checks of these runs as one table, comma-separated: a line for each check, which begins
/// with the run's id, name, images and settings; a line of headings first.
QString curveTable(const std::vector<RunRecord> &runs);

} // namespace rbm
