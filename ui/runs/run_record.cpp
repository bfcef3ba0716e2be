#include "ui/runs/run_record.h"

#include <QStringList>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rbm {

namespace {

/// A cell that may hold anything.
QString quoted(const QString &text) {
    return QLatin1Char('"') + QString(text).replace(u'"', QLatin1String("\"\"")) + QLatin1Char('"');
}

QString cell(const nlohmann::ordered_json &value) {
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

/// The cells that all lines of a run begin with.
QString runCells(const RunRecord &run) {
    QStringList cells = {run.id, quoted(run.name), quoted(run.dataName)};
    for (const auto &setting : nlohmann::ordered_json::parse(toJson(run.config)))
        cells += cell(setting);
    return cells.join(QLatin1Char(','));
}

QString runHeadings() {
    QStringList headings = {QStringLiteral("run"), QStringLiteral("name"), QStringLiteral("data")};
    const auto settings = nlohmann::ordered_json::parse(toJson(TrainingConfig{}));
    for (const auto &[name, value] : settings.items())
        headings += QString::fromStdString(name).replace(u'-', u'_');
    return headings.join(QLatin1Char(','));
}

} // namespace

void addPoint(std::vector<LikelihoodPoint> &points, const LikelihoodPoint &point) {
    const auto place = std::lower_bound(
        points.begin(), points.end(), point.epoch,
        [](const LikelihoodPoint &other, double epoch) { return other.epoch < epoch; });
    if (place != points.end() && place->epoch == point.epoch)
        *place = point;
    else
        points.insert(place, point);
}

QString curveTable(const std::vector<RunRecord> &runs) {
    QString table = runHeadings() + QLatin1Char(',') +
                    likelihoodTable({}); // its headings, and the end of the line
    for (const RunRecord &run : runs) {
        const QString first = runCells(run) + QLatin1Char(',');
        const QStringList lines =
            likelihoodTable(run.points).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1))
            table += first + line + QLatin1Char('\n');
    }
    return table;
}

} // namespace rbm
