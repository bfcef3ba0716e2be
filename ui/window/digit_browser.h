#pragma once

#include "engine/data/dataset.h"
#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QListView>

#include <memory>
#include <vector>

namespace rbm {

/// The images of a data set as icons, made when they come into view.
class DigitModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setDigits(std::shared_ptr<const Dataset> images, std::vector<std::uint32_t> rows);
    void setColours(const ColourTable &table);
    /// The image's number in the data set.
    std::uint32_t digit(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const Dataset> m_data;
    std::vector<std::uint32_t> m_rows;
    ColourTable m_table{};
};

/// A grid to pick single digits from, by mouse or keyboard.
class DigitBrowser : public QListView {
    Q_OBJECT
public:
    explicit DigitBrowser(QWidget *parent = nullptr);

    void setDigits(std::shared_ptr<const Dataset> images, std::vector<std::uint32_t> rows);
    void setColours(const ColourTable &table);

signals:
    void digitPicked(quint32 row);

private:
    DigitModel *m_model;
};

} // namespace rbm
