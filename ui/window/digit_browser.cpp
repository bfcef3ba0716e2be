#include "ui/window/digit_browser.h"

#include <QImage>
#include <QPixmap>

#include <utility>

namespace rbm {

namespace {
constexpr int kIcon = 28;
constexpr int kCell = 32;
} // namespace

void DigitModel::setDigits(std::shared_ptr<const Dataset> images, std::vector<std::uint32_t> rows) {
    beginResetModel();
    m_data = std::move(images);
    m_rows = std::move(rows);
    endResetModel();
}

void DigitModel::setColours(const ColourTable &table) {
    m_table = table;
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

int DigitModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DigitModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || m_data == nullptr)
        return {};
    const std::uint32_t row = digit(index.row());
    if (role == Qt::DecorationRole) {
        const auto bytes = m_data->image(row);
        QImage image(static_cast<int>(m_data->width), static_cast<int>(m_data->height),
                     QImage::Format_RGB32);
        for (std::size_t at = 0; at < bytes.size(); ++at)
            image.setPixel(static_cast<int>(at % m_data->width),
                           static_cast<int>(at / m_data->width), m_table[2U * bytes[at]]);
        return QPixmap::fromImage(image).scaled(kIcon, kIcon, Qt::KeepAspectRatio,
                                                Qt::SmoothTransformation);
    }
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        if (m_data->labels.empty())
            return tr("Image %1").arg(row);
        return tr("Image %1, a %2").arg(row).arg(m_data->labels[row]);
    }
    return {};
}

DigitBrowser::DigitBrowser(QWidget *parent) : QListView(parent), m_model(new DigitModel(this)) {
    setObjectName(QStringLiteral("digitBrowser"));
    setAccessibleName(tr("Digits to pick from"));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setLayoutMode(QListView::Batched);
    setBatchSize(500);
    setIconSize({kIcon, kIcon});
    setGridSize({kCell, kCell});
    setSpacing(0);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setModel(m_model);
    const auto pick = [this](const QModelIndex &index) {
        emit digitPicked(m_model->digit(index.row()));
    };
    connect(this, &QListView::clicked, this, pick);
    connect(this, &QListView::activated, this, pick);
}

void DigitBrowser::setDigits(std::shared_ptr<const Dataset> images,
                             std::vector<std::uint32_t> rows) {
    m_model->setDigits(std::move(images), std::move(rows));
}

void DigitBrowser::setColours(const ColourTable &table) { m_model->setColours(table); }

} // namespace rbm
