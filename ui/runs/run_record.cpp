#include "ui/runs/run_record.h"

#include "engine/data/dataset.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rbm {

namespace {

constexpr std::size_t kStride = 4093; ///< a prime: no column of pixels is left out

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

QString dataKeyOf(const Dataset &images) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(static_cast<qulonglong>(images.count())) + ' ' +
                 QByteArray::number(static_cast<qulonglong>(images.width)) + ' ' +
                 QByteArray::number(static_cast<qulonglong>(images.height)));
    QByteArray some;
    for (std::size_t at = 0; at < images.pixels.size(); at += kStride)
        some.append(static_cast<char>(images.pixels[at]));
    hash.addData(some);
    constexpr int kDigits = 16;
    return QString::fromLatin1(hash.result().toHex().left(kDigits));
}

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
