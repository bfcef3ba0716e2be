#include "ui/widgets/tile_access.h"

#include "ui/widgets/tile_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace rbm {

namespace {

/// One tile, by its place. It outlives a change of the tiles and is invalid while there is none
/// at its place.
class TileCell : public QAccessibleInterface,
                 public QAccessibleTableCellInterface,
                 public QAccessibleActionInterface {
public:
    TileCell(TileView *view, int place) : m_view(view), m_place(place) {}

    int place() const { return m_place; }

    bool isValid() const override { return m_view != nullptr && m_place < m_view->count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return isValid() ? table()->window() : nullptr; }
    QAccessibleInterface *parent() const override { return table(); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }

    QString text(QAccessible::Text what) const override {
        return what == QAccessible::Name && isValid() ? m_view->tileName(m_place) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override {
        if (!isValid())
            return {};
        const QRect inside = m_view->tileRect(m_place);
        return {m_view->mapToGlobal(inside.topLeft()), inside.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.invalid = !isValid();
        state.selected = isSelected();
        state.focused = state.selected && m_view->hasFocus();
        state.invisible = isValid() && !m_view->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return nullptr;
    }

    bool isSelected() const override { return isValid() && m_view->selected() == m_place; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return isValid() ? m_place % m_view->columns() : -1; }
    int rowIndex() const override { return isValid() ? m_place / m_view->columns() : -1; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override {
        return QAccessible::queryAccessibleInterface(m_view);
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override {
        if (!isValid())
            return;
        if (action == setFocusAction())
            m_view->setFocus();
        m_view->setSelected(m_place);
        if (action == pressAction())
            emit m_view->tileClicked(m_place);
    }

private:
    QPointer<TileView> m_view;
    int m_place;
};

class TileTable : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit TileTable(TileView *view) : QAccessibleWidget(view, QAccessible::Table) {}

    ~TileTable() override {
        for (const QAccessible::Id cell : m_cells) {
            if (cell != 0)
                QAccessible::deleteAccessibleInterface(cell);
        }
    }

    void *interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override { return view()->count(); }
    QAccessibleInterface *child(int place) const override {
        if (place < 0 || place >= view()->count())
            return nullptr;
        const auto at = static_cast<std::size_t>(place);
        if (m_cells.size() <= at)
            m_cells.resize(static_cast<std::size_t>(view()->count()), 0);
        if (m_cells[at] == 0)
            m_cells[at] = QAccessible::registerAccessibleInterface(new TileCell(view(), place));
        return QAccessible::accessibleInterface(m_cells[at]);
    }
    QAccessibleInterface *childAt(int x, int y) const override {
        return child(view()->tileAt(view()->mapFromGlobal(QPoint(x, y))));
    }
    int indexOfChild(const QAccessibleInterface *child) const override {
        const auto *cell = dynamic_cast<const TileCell *>(child);
        return cell != nullptr && cell->parent() == this ? cell->place() : -1;
    }
    QAccessibleInterface *focusChild() const override {
        QAccessibleInterface *cell = view()->hasFocus() ? child(view()->selected()) : nullptr;
        return cell != nullptr ? cell : QAccessibleWidget::focusChild();
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override {
        const bool inside = row >= 0 && column >= 0 && column < columnCount();
        return inside ? child(row * columnCount() + column) : nullptr;
    }
    int columnCount() const override { return view()->count() == 0 ? 0 : view()->columns(); }
    int rowCount() const override {
        return (view()->count() + view()->columns() - 1) / view()->columns();
    }
    QString columnDescription(int) const override { return {}; }
    QString rowDescription(int) const override { return {}; }
    int selectedCellCount() const override { return view()->selected() >= 0 ? 1 : 0; }
    QList<QAccessibleInterface *> selectedCells() const override {
        QAccessibleInterface *cell = child(view()->selected());
        return cell == nullptr ? QList<QAccessibleInterface *>() : QList{cell};
    }
    // A tile is selected, never a whole row or column.
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    TileView *view() const { return static_cast<TileView *>(widget()); } // NOLINT: made for one

    mutable std::vector<QAccessible::Id> m_cells; ///< by place; 0: nobody has asked for it
};

QAccessibleInterface *makeTable(const QString &, QObject *object) {
    auto *view = qobject_cast<TileView *>(object);
    return view == nullptr ? nullptr : new TileTable(view);
}

} // namespace

void makeTilesAccessible() {
    static const bool once = [] {
        QAccessible::installFactory(makeTable);
        return true;
    }();
    Q_UNUSED(once)
}

void tellTileSelected(TileView *view, int tile) {
    if (!QAccessible::isActive())
        return;
    const auto tell = [&](QAccessible::Event type) {
        QAccessibleEvent event(view, type);
        event.setChild(tile); // -1 is the view itself
        QAccessible::updateAccessibility(&event);
    };
    if (view->hasFocus())
        tell(QAccessible::Focus);
    tell(QAccessible::Selection);
}

void tellTilesReplaced(TileView *view) {
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

} // namespace rbm
